import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import {
  COMMENTARY,
  FORCED,
  HDR10,
  HEARING_IMPAIRED,
  matroska,
  NOT_DEFAULT,
  picture as size,
  rate,
  sound,
  type Track,
} from './matroska.ts'
import { picture } from './picture.ts'

const UHD: Track[] = [
  {
    type: 'video',
    codec: 'V_MPEGH/ISO/HEVC',
    more: [size(3840, 1600, [HDR10]), rate(24_000 / 1001)],
  },
  { type: 'audio', codec: 'A_TRUEHD', language: 'en', name: 'Surround', more: [sound(8)] },
  { type: 'audio', codec: 'A_AC3', language: 'de', more: [sound(6), NOT_DEFAULT] },
  {
    type: 'audio',
    codec: 'A_AAC',
    language: 'en',
    name: 'The director and the writers talk about the making of the film, recorded for its anniversary',
    more: [sound(2), NOT_DEFAULT, COMMENTARY],
  },
  { type: 'subtitle', codec: 'S_HDMV/PGS', language: 'en', more: [FORCED] },
  { type: 'subtitle', codec: 'S_TEXT/UTF8', language: 'zh-Hant', more: [HEARING_IMPAIRED, NOT_DEFAULT] },
]

const SIMPLE: Track[] = [
  { type: 'video', codec: 'V_MPEG4/ISO/AVC', more: [size(1920, 800), rate(25)] },
  { type: 'audio', codec: 'A_AC3', language: 'en', more: [sound(6)] },
]

export const SIMPLE_FILM = matroska({ seconds: 5400, tracks: SIMPLE })

const actors = Array.from(
  { length: 16 },
  (_, index) =>
    `<actor><name>Player ${index + 1}</name><role>Character ${index + 1}</role><order>${index}</order></actor>`,
)

/** What a person wrote about the film that has everything. */
const nfo = (title: string) => `<movie>
  <title>${title}</title>
  <originaltitle>Dangerous Days</originaltitle>
  <plot>A hunter of replicants is called back, and meets one who does not know that she is one.</plot>
  <tagline>Man has made his match… now it’s his problem.</tagline>
  <premiered>1982-06-25</premiered>
  <runtime>117</runtime>
  <mpaa>R</mpaa>
  <genre>Science Fiction</genre><genre>Thriller</genre>
  <tag>to watch</tag>
  <studio>The Ladd Company</studio>
  <country>United States of America</country>
  <set><name>Blade Runner Collection</name></set>
  <uniqueid type="tmdb" default="true">78</uniqueid>
  <uniqueid type="imdb">tt0083658</uniqueid>
  <trailer>https://www.youtube.com/watch?v=eogpIG53Cis</trailer>
  <ratings>
    <rating name="imdb" max="10" default="true"><value>8.1</value><votes>800000</votes></rating>
    <rating name="themoviedb" max="10"><value>7.9</value><votes>13500</votes></rating>
  </ratings>
  <userrating>9</userrating>
  ${actors.join('')}
  <director>Ridley Scott</director>
  <credits>Hampton Fancher</credits><credits>David Peoples</credits>
</movie>`

/** A folder with a film as it comes: a file, and perhaps a poster. */
export function writeFilm(shelf: string, name: string, files: Record<string, string | Buffer> = {}) {
  const folder = join(shelf, name)
  mkdirSync(folder, { recursive: true })
  for (const [file, content] of Object.entries({ [`${name}.mkv`]: SIMPLE_FILM, ...files })) {
    writeFileSync(join(folder, file), content)
  }
}

/** A film with two versions, a trailer, an extra and an NFO. */
export function writeWholeFilm(shelf: string, title: string, year: number) {
  const name = `${title} (${year})`
  writeFilm(shelf, name, {
    [`${name} - Final Cut.mkv`]: matroska({
      seconds: 7026,
      tracks: UHD,
      chapters: ['The city', 'The test', 'Tears in rain'],
    }),
    [`${name}-trailer.mkv`]: matroska({ seconds: 150, tracks: SIMPLE }),
    ['Two scenes that were cut-deleted.mkv']: matroska({ seconds: 300, tracks: SIMPLE }),
    ['movie.nfo']: nfo(title),
    ['poster.png']: picture(crc32(name)),
  })
}

/** Films that differ in what is unusual about them. */
export function writeFilms(shelf: string, plain: string[]) {
  for (const name of plain) writeFilm(shelf, name, { ['poster.png']: picture(crc32(name)) })
}
