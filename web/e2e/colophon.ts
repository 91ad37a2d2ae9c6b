import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const BUILT = resolve(import.meta.dirname, '../../out/colophon')
const PROGRAM = process.env.COLOPHON_BIN ?? process.env.COLOPHON_SERVER ?? BUILT

export const USER = { username: 'ada', password: 'correct horse' }

export interface Colophon {
  url: string
  /** A folder of this run for libraries. */
  folder: string
  stop: () => Promise<void>
}

/** The real server on a free port with an empty data folder. */
export async function startColophon(): Promise<Colophon> {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-e2e-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const child = spawn(PROGRAM, ['serve', '--data', join(folder, 'data'), '--urls', url], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const note = (chunk: Buffer) => (output += chunk.toString())
  child.stdout.on('data', note)
  child.stderr.on('data', note)
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  child.once('error', (error) => note(Buffer.from(`${PROGRAM}: ${error.message}`)))

  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilReady(url, () => child.exitCode)
  } catch (error) {
    await stop()
    throw new Error(`The server did not start.\n${output}`, { cause: error })
  }
  return { url, folder, stop }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function untilReady(url: string, exitCode: () => number | null) {
  for (let tries = 0; tries < 300; tries++) {
    if (exitCode() !== null) throw new Error(`It ended with ${exitCode()}.`)
    const answer = await fetch(`${url}/health/ready`).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('It was not ready after 30 s.')
}
