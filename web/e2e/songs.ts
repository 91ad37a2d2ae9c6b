import { crc32 } from 'node:zlib'
import { writeFiles } from './files.ts'
import { flac } from './flac.ts'
import { picture } from './picture.ts'

const ARTIST = `<artist><name>David Bowie</name><sortname>Bowie, David</sortname>
  <biography>A singer who was somebody else on every record. He came from London and went to Berlin and New York.</biography>
  <born>1947-01-08</born><died>2016-01-10</died><genre>Rock</genre><style>Glam</style><style>Art Rock</style>
  <mood>Theatrical</mood></artist>`

const RELEASE = '33333333-3333-4333-8333-333333333333'

const ALBUM = `<album><title>Heroes</title><review>Recorded by the wall.</review><label>RCA</label><mood>Cold</mood>
  <releasedate>1977-10-14</releasedate><genre>Rock</genre>
  <musicbrainzalbumid>${RELEASE}</musicbrainzalbumid></album>`

const square = (name: string) => picture(crc32(name), 90, 90)

/** An artist with two albums, one of them on two discs with a guest. */
export function writeWholeArtist(shelf: string) {
  const song = (title: string, number: number, more: Record<string, string | string[]> = {}) =>
    flac({
      title,
      seconds: 180 + number * 7,
      tags: {
        ARTIST: 'David Bowie',
        ALBUM: 'Heroes',
        ALBUMARTIST: 'David Bowie',
        DATE: '1977',
        TRACKNUMBER: `${number}`,
        ...more,
      },
    })
  writeFiles(shelf, {
    'David Bowie/artist.nfo': ARTIST,
    'David Bowie/folder.png': square('Bowie'),
    'David Bowie/fanart.png': picture(7, 192, 108),
    'David Bowie/Heroes (1977)/album.nfo': ALBUM,
    'David Bowie/Heroes (1977)/cover.png': square('Heroes'),
    'David Bowie/Heroes (1977)/CD1/01 Beauty and the Beast.flac': song('Beauty and the Beast', 1, {
      COMPOSER: ['David Bowie', 'Brian Eno'],
      GENRE: 'Rock',
      ISRC: 'GBAYE7700001',
    }),
    'David Bowie/Heroes (1977)/CD1/02 Joe the Lion.flac': song('Joe the Lion', 2),
    'David Bowie/Heroes (1977)/CD2/01 Helden.flac': song('Helden', 1, {
      ARTIST: 'David Bowie feat. Antonia Maass',
      DISCNUMBER: '2',
    }),
    'David Bowie/Low (1977)/01 Speed of Life.flac': song('Speed of Life', 1, { ALBUM: 'Low' }),
  })
}

/** An album of several artists. */
export const writeCompilation = (shelf: string, title: string) =>
  writeFiles(shelf, {
    [`Compilations/${title}/01.flac`]: flac({
      title: 'One',
      tags: { ARTIST: 'Ann', ALBUM: title, TRACKNUMBER: '1' },
    }),
    [`Compilations/${title}/02.flac`]: flac({
      title: 'Two',
      tags: { ARTIST: 'Bob', ALBUM: title, TRACKNUMBER: '2' },
    }),
  })

/** An album of one track. */
export const writeAlbum = (shelf: string, artist: string, title: string, track: string) =>
  writeFiles(shelf, {
    [`${artist.slice(0, 40)}/${title.slice(0, 40)}/01.flac`]: flac({
      title: track,
      tags: { ARTIST: artist, ALBUMARTIST: artist, ALBUM: title, TRACKNUMBER: '1', DATE: '2001' },
    }),
  })
