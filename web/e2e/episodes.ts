import { crc32 } from 'node:zlib'
import { writeFiles } from './files.ts'
import { SIMPLE_FILM } from './films.ts'
import { picture } from './picture.ts'

const about = (title: string) => `<tvshow>
  <title>${title}</title>
  <originaltitle>A Paper on the Wire</originaltitle>
  <plot>A city, its police and its dealers, seen from both sides of a wiretap. Every season looks at another part of it.</plot>
  <tagline>Listen carefully.</tagline>
  <premiered>2002-06-02</premiered><enddate>2008-03-09</enddate><status>Ended</status>
  <mpaa>TV-MA</mpaa><genre>Crime</genre><genre>Drama</genre><studio>HBO</studio><country>United States of America</country>
  <uniqueid type="tvdb" default="true">79126</uniqueid><uniqueid type="imdb">tt0306414</uniqueid>
  <ratings><rating name="imdb" max="10"><value>9.3</value><votes>390000</votes></rating></ratings>
  <actor><name>Dominic West</name><role>Jimmy McNulty</role></actor>
  <actor><name>Sonja Sohn</name><role>Kima Greggs</role></actor>
  <credits>David Simon</credits>
  <namedseason number="2">The Port</namedseason>
</tvshow>`

const episode = (title: string, number: number, aired: string) => `<episodedetails>
  <title>${title}</title><season>1</season><episode>${number}</episode><aired>${aired}</aired><runtime>62</runtime>
  <plot>Somebody is acquitted, and somebody else does not let it rest.</plot><director>Clark Johnson</director>
</episodedetails>`

/** A show with specials, a file of two episodes, one without a number, pictures and a trailer. */
export function writeWholeShow(shelf: string, title: string, year: number) {
  const folder = `${title} (${year})`
  const first = `${folder}/Season 01/${title}`
  writeFiles(shelf, {
    [`${folder}/tvshow.nfo`]: about(title),
    [`${folder}/poster.png`]: picture(crc32(title)),
    [`${folder}/fanart.png`]: picture(crc32(folder), 192, 108),
    [`${folder}/banner.png`]: picture(5, 190, 35),
    [`${folder}/trailers/Teaser.mkv`]: SIMPLE_FILM,
    [`${folder}/season02-poster.png`]: picture(9),
    [`${first} - S01E01 - The Target.mkv`]: SIMPLE_FILM,
    [`${first} - S01E01 - The Target.nfo`]: episode('The Target', 1, '2002-06-02'),
    [`${first} - S01E01 - The Target-thumb.png`]: picture(3, 160, 90),
    [`${first} - S01E01 - The Target.de.srt`]: '1\n00:00:01,000 --> 00:00:02,000\nHallo.\n',
    [`${first} - S01E02 - The Detail.mkv`]: SIMPLE_FILM,
    [`${first} - S01E03-E04 - The Buys and Old Cases.mkv`]: SIMPLE_FILM,
    [`${folder}/Season 02/${title} - S02E01 - Ebb Tide.mkv`]: SIMPLE_FILM,
    [`${folder}/Specials/${title} - S00E01 - Making Of.mkv`]: SIMPLE_FILM,
  })
}

/** A show of one episode. */
export const writeShow = (shelf: string, title: string, year: number, episode = 'Pilot') =>
  writeFiles(shelf, {
    [`${title} (${year})/Season 01/${title.slice(0, 40)} - S01E01 - ${episode}.mkv`]: SIMPLE_FILM,
  })
