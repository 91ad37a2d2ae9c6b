// Made by edit-fields.mjs from the OpenAPI document. Do not change it by hand.
export const EDIT_FIELDS = {
  book: [
    { name: 'title', type: 'text', maxLength: 1000, required: true },
    { name: 'sort_title', type: 'text', maxLength: 1000, required: false },
    { name: 'subtitle', type: 'text', maxLength: 1000, required: false },
    { name: 'description', type: 'paragraphs', maxLength: 100000, required: false },
    { name: 'authors', type: 'people', required: false },
    { name: 'contributors', type: 'people', required: false },
    { name: 'series', type: 'series', required: false },
    { name: 'genres', type: 'names', required: false },
    { name: 'tags', type: 'names', required: false },
  ],
  file: [
    { name: 'name', type: 'text', maxLength: 1000, required: false },
    { name: 'narrators', type: 'people', required: false },
    { name: 'publisher', type: 'text', maxLength: 500, required: false },
    { name: 'imprint', type: 'text', maxLength: 500, required: false },
    { name: 'release_date', type: 'date', required: false },
    { name: 'language', type: 'text', maxLength: 35, required: false },
    { name: 'identifiers', type: 'identifiers', required: false },
    { name: 'chapters', type: 'chapters', required: false },
    { name: 'url', type: 'address', maxLength: 2000, required: false },
  ],
} as const
