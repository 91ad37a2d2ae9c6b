// Writes the fields that forms are made of from the OpenAPI document, which has them from the server's field table.
// With --check it only tells whether what is there is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import prettier from 'prettier'

const TARGET = 'src/api/generated/edit-fields.ts'
const SCHEMAS = {
  book: 'BookEdit',
  file: 'BookFileEdit',
  movie: 'MovieEdit',
  show: 'ShowEdit',
  season: 'SeasonEdit',
  episode: 'EpisodeEdit',
  artist: 'ArtistEdit',
  album: 'AlbumEdit',
  track: 'TrackEdit',
}
const LONG = 10_000

const { components } = JSON.parse(readFileSync('src/api/openapi.json', 'utf8'))

const typesOf = ({ type }) => (Array.isArray(type) ? type : [type])

function looksOf(schema) {
  const types = typesOf(schema)
  if (!types.includes('array')) {
    if (!types.includes('string')) return types.find((type) => type !== 'null')
    if (schema.pattern) return 'date'
    if (schema.format === 'uri') return 'address'
    return schema.maxLength > LONG ? 'paragraphs' : 'text'
  }
  const members = Object.keys(schema.items.properties ?? {})
  const has = (...names) => names.every((name) => members.includes(name))
  if (members.length === 0) return 'names'
  if (has('name', 'role')) return 'people'
  if (has('source', 'votes')) return 'ratings'
  if (has('name', 'number')) return 'series'
  if (has('type', 'value')) return 'identifiers'
  if (has('title', 'start_ms')) return 'chapters'
  throw new Error(`No form for a list of {${members.join(', ')}}.`)
}

const fieldsOf = (name) =>
  Object.entries(components.schemas[name].properties).map(([field, schema]) => ({
    name: field,
    type: looksOf(schema),
    ...(schema.maxLength && { maxLength: schema.maxLength }),
    required: !typesOf(schema).includes('null'),
  }))

const fields = Object.fromEntries(Object.entries(SCHEMAS).map(([kind, name]) => [kind, fieldsOf(name)]))
const source = `// Made by edit-fields.mjs from the OpenAPI document. Do not change it by hand.
export const EDIT_FIELDS = ${JSON.stringify(fields)} as const`
const text = await prettier.format(source, {
  ...(await prettier.resolveConfig(TARGET)),
  parser: 'typescript',
})

if (!process.argv.includes('--check')) writeFileSync(TARGET, text)
else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error(`${TARGET} is stale: run ./run api`)
  process.exitCode = 1
}
