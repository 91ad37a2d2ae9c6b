import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { picture } from './picture.ts'

export interface BookFacts {
  title: string
  author: string
  genre?: string
  series?: { name: string; number: number }
}

const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const CONTAINER = `<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>`

const NAV = `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><ol><li><a href="text.xhtml">Beginning</a></li></ol></nav></body></html>`

const packageOf = ({ title, author, genre, series }: BookFacts, number: number) => `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}</dc:identifier>
    <dc:title>${text(title)}</dc:title>
    <dc:creator>${text(author)}</dc:creator>
    <dc:language>en</dc:language>
    <dc:description>&lt;p&gt;A book about &lt;em&gt;${text(title)}&lt;/em&gt;.&lt;/p&gt;</dc:description>
    ${genre ? `<dc:subject>${text(genre)}</dc:subject>` : ''}
    ${series ? `<meta name="calibre:series" content="${text(series.name)}"/><meta name="calibre:series_index" content="${series.number}"/>` : ''}
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
    <item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>
  </manifest>
  <spine><itemref idref="text"/></spine>
</package>`

/** Writes a valid EPUB 3 with a cover of its own colour. */
export function writeBook(path: string, facts: BookFacts, number: number) {
  const entries: [string, Buffer][] = [
    ['mimetype', Buffer.from('application/epub+zip')],
    ['META-INF/container.xml', Buffer.from(CONTAINER)],
    ['book.opf', Buffer.from(packageOf(facts, number))],
    ['nav.xhtml', Buffer.from(NAV)],
    [
      'text.xhtml',
      Buffer.from(`<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${number}</p></body></html>`),
    ],
    ['cover.png', picture(number)],
  ]
  writeFileSync(path, zip(entries))
}

/** A folder of books: `Author/Title/Title.epub`. */
export function writeLibrary(folder: string, count: number, prefix = 'Book') {
  for (let number = 1; number <= count; number++) {
    const title = `${prefix} ${`${number}`.padStart(4, '0')}`
    const author = `Author ${number % 17}`
    const place = join(folder, author, title)
    mkdirSync(place, { recursive: true })
    const series = number % 3 === 0 ? { name: `Series ${number % 5}`, number } : undefined
    writeBook(join(place, `${title}.epub`), { title, author, genre: `Genre ${number % 4}`, series }, number)
  }
}

/** Archive of stored entries. */
function zip(entries: [string, Buffer][]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, data] of entries) {
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(0x58210000, 6) // 2024-01-01
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(data.length, 18)
    facts.writeUInt16LE(name.length, 22)
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), data)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, Buffer.from(name))
    offset += 30 + name.length + data.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, index, end])
}
