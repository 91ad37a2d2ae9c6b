/** An element of a Matroska file: its id, and what is in it. */
export type Element = [id: number, content: string | number | Buffer | Element[]]

export interface Track {
  type: 'video' | 'audio' | 'subtitle'
  codec: string
  /** BCP 47. */
  language?: string
  name?: string
  /** What else stands in its entry. */
  more?: Element[]
}

interface FilmFile {
  seconds: number
  tracks: Track[]
  chapters?: string[]
}

const TYPES = { video: 1, audio: 2, subtitle: 17 }

/** A Matroska file as a reader of metadata sees one; there is nothing in it to play. */
export function matroska({ seconds, tracks, chapters = [] }: FilmFile): Buffer {
  const entries = tracks.map(({ type, codec, language, name, more = [] }, index): Element => [
    0xae,
    [
      [0xd7, index + 1],
      [0x73c5, index + 1],
      [0x83, TYPES[type]],
      [0x86, codec],
      ...(language ? [[0x22b59d, language] satisfies Element] : []),
      ...(name ? [[0x536e, name] satisfies Element] : []),
      ...more,
    ],
  ])
  const atoms = chapters.map((title, index): Element => [
    0xb6,
    [
      [0x91, Math.round((index * seconds * 1e9) / chapters.length)],
      [0x80, [[0x85, title]]],
    ],
  ])
  return Buffer.concat([
    written([0x1a45dfa3, [[0x4282, 'matroska']]]),
    written([
      0x18538067,
      [
        [
          0x1549a966,
          [
            [0x2ad7b1, 1_000_000],
            [0x4489, double(seconds * 1000)],
          ],
        ],
        [0x1654ae6b, entries],
        ...(atoms.length > 0 ? [[0x1043a770, [[0x45b9, atoms]]] satisfies Element] : []),
        [0x1f43b675, Buffer.alloc(500)],
      ],
    ]),
  ])
}

export const picture = (width: number, height: number, more: Element[] = []): Element => [
  0xe0,
  [[0xb0, width], [0xba, height], ...more],
]

/** HDR10: the curve of SMPTE ST 2084. */
export const HDR10: Element = [0x55b0, [[0x55ba, 16]]]

/** Frames a second. */
export const rate = (frames: number): Element => [0x23e383, Math.round(1e9 / frames)]

export const sound = (channels: number): Element => [
  0xe1,
  [
    [0xb5, double(48_000)],
    [0x9f, channels],
  ],
]

export const FORCED: Element = [0x55aa, 1]
export const HEARING_IMPAIRED: Element = [0x55ab, 1]
export const COMMENTARY: Element = [0x55af, 1]
export const NOT_DEFAULT: Element = [0x88, 0]

function written([id, content]: Element): Buffer {
  const body = bodyOf(content)
  const size = Buffer.alloc(4)
  size.writeUInt32BE((0x1000_0000 | body.length) >>> 0)
  return Buffer.concat([Buffer.from(hex(id), 'hex'), size, body])
}

function bodyOf(content: Element[1]): Buffer {
  if (Buffer.isBuffer(content)) return content
  if (typeof content === 'string') return Buffer.from(content)
  if (Array.isArray(content)) return Buffer.concat(content.map(written))
  const number = Buffer.alloc(8)
  number.writeBigUInt64BE(BigInt(content))
  return number
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}

function hex(id: number): string {
  const digits = id.toString(16)
  return digits.length % 2 === 0 ? digits : `0${digits}`
}
