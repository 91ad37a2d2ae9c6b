import { expect, test } from 'vitest'
import { LISTS } from './kinds'
import { filterOf, termTypesOf } from '@/components/items/list-kind'

test('a list is asked only for what its kind is narrowed by', () => {
  const address = { sort: '-added', format: 'epub', genre: 'Satire', missing: undefined }
  expect(filterOf(LISTS.book, address)).toEqual({ sort: '-added', format: 'epub', genre: 'Satire' })
  expect(filterOf(LISTS.movie, address)).toEqual({ sort: '-added', genre: 'Satire' })
})

test('the terms of a kind are those its lists are narrowed by', () => {
  expect(termTypesOf(LISTS.movie)).toEqual(['genre', 'tag', 'studio', 'country'])
})
