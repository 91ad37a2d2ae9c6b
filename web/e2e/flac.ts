interface Song {
  title: string
  seconds?: number
  /** Comments by their names; of several with one name there is a list. */
  tags?: Record<string, string | string[]>
  cover?: Buffer
}

/** A FLAC file as a reader of metadata sees one; there is nothing in it to hear. */
export function flac({ title, seconds = 200, tags = {}, cover }: Song): Buffer {
  const comments = Object.entries({ TITLE: title, ...tags }).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}=${value}`),
  )
  return Buffer.concat([
    Buffer.from('fLaC'),
    block(0, streamInfo(seconds)),
    ...(cover ? [block(6, attached(cover))] : []),
    block(0x84, Buffer.concat([little(0), little(comments.length), ...comments.map(counted)])),
    Buffer.from([0xff, 0xf8]),
    Buffer.alloc(200),
  ])
}

function block(type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(content.length)
  head[0] = type
  return Buffer.concat([head, content])
}

/** 44.1 kHz, two channels, 16 bit. */
function streamInfo(seconds: number): Buffer {
  const info = Buffer.alloc(34)
  info.writeUInt16BE(4096, 0)
  info.writeUInt16BE(4096, 2)
  info.writeBigUInt64BE((44_100n << 44n) | (1n << 41n) | (15n << 36n) | BigInt(seconds * 44_100), 10)
  return info
}

function attached(cover: Buffer): Buffer {
  const type = Buffer.from('image/png')
  return Buffer.concat([big(3), big(type.length), type, big(0), Buffer.alloc(16), big(cover.length), cover])
}

function counted(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([little(bytes.length), bytes])
}

function little(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function big(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
