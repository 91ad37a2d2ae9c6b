import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { BookFile } from '@/api/types'
import { renderPage } from '@/testing/render'
import { sampleFile } from '@/testing/samples'
import { BookFiles } from './book-files'
import { partText } from '@/components/items/parts'
import { partAfter } from './book-parts'

const file = (id: number, change: Partial<BookFile> = {}) =>
  sampleFile({ id, name: `File ${id}`, file_type: 'mp3', role: id === 1 ? 'main' : 'part', ...change })

// The browser of the tests plays nothing; it only says so.
const played: string[] = []
const paused: string[] = []
const nameOf = (media: HTMLMediaElement) => media.getAttribute('aria-label')!.replace('Listen to ', '')
beforeEach(() => {
  played.length = paused.length = 0
  HTMLMediaElement.prototype.play = vi.fn(function (this: HTMLMediaElement) {
    played.push(nameOf(this))
    fireEvent.play(this)
    return Promise.resolve()
  })
  HTMLMediaElement.prototype.pause = vi.fn(function (this: HTMLMediaElement) {
    paused.push(nameOf(this))
    fireEvent.pause(this)
  })
})

const player = (name: string) => screen.getByLabelText<HTMLAudioElement>(`Listen to ${name}`)

async function show(files: BookFile[]) {
  await renderPage(<BookFiles files={files} />)
}

test('when a part ends the next one goes on from its beginning, and it is said which one plays', async () => {
  await show([file(1), file(2), file(3)])
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  fireEvent.play(player('File 1'))
  expect(screen.getByRole('status')).toHaveTextContent('Playing part 1 of 3')
  Object.defineProperty(player('File 2'), 'readyState', { value: HTMLMediaElement.HAVE_METADATA })
  player('File 2').currentTime = 40
  fireEvent.pause(player('File 1'))
  fireEvent.ended(player('File 1'))
  expect(played).toEqual(['File 2'])
  expect(player('File 2').currentTime).toBe(0)
  expect(screen.getByRole('status')).toHaveTextContent('Playing part 2 of 3')
  const card = player('File 2').parentElement!
  expect(within(card).getByText('Playing part 2 of 3')).toBeInTheDocument()
})

test('after the last part it is still', async () => {
  await show([file(1), file(2)])
  fireEvent.play(player('File 2'))
  fireEvent.ended(player('File 2'))
  expect(played).toEqual([])
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

test('who starts one part stops the other', async () => {
  await show([file(1), file(2)])
  fireEvent.play(player('File 1'))
  paused.length = 0
  fireEvent.play(player('File 2'))
  expect(paused).toEqual(['File 1'])
  expect(screen.getByRole('status')).toHaveTextContent('Playing part 2 of 2')
})

test('a part can play twice: its turn comes again', async () => {
  await show([file(1), file(2)])
  for (let time = 0; time < 2; time++) {
    fireEvent.play(player('File 1'))
    fireEvent.ended(player('File 1'))
    fireEvent.pause(player('File 2'))
  }
  expect(played).toEqual(['File 2', 'File 2'])
})

test('what cannot be played is passed over', () => {
  const files = [file(1), file(2, { missing_since: '2026-05-01T12:00:00Z' }), file(3)]
  expect(partAfter(files, files[0]!)?.id).toBe(3)
})

test('another recording of the book does not go on', () => {
  const files = [
    file(1),
    file(2),
    file(3, { role: 'main', file_type: 'm4b' }),
    file(4, { role: 'main' }),
    file(5, { role: 'extra' }),
  ]
  expect(partAfter(files, files[1]!)).toBeUndefined()
  expect(files.map((each) => partText(files, each))).toEqual(['part 1 of 2', 'part 2 of 2', null, null, null])
})
