import { expect, test } from 'vitest'
import { changesOf, fieldsOf, toBody, toForm, shownValue } from './form-values'
import { fromParagraphs, toParagraphs } from './paragraphs'

test('D1 only what was changed is said by hand, and what was emptied is cleared', () => {
  const fields = fieldsOf('book', { title: '', subtitle: '', authors: [] })
  const before = { title: 'Emma', subtitle: 'A novel', authors: [] }
  expect(fields.map((field) => field.name)).toEqual(['title', 'subtitle', 'authors'])
  expect(changesOf(fields, before, { ...before, subtitle: '  ' })).toEqual({ subtitle: null })
  expect(changesOf(fields, before, before)).toEqual({})
})

test('D1 a person keeps the order of their name until the name is another', () => {
  const [person] = toForm('people', [
    { name: 'Jane Austen', role: 'author', sort_name: 'Austen, Jane' },
  ]) as never[]
  expect(toBody('people', [person!])).toEqual([
    { name: 'Jane Austen', role: 'author', sort_name: 'Austen, Jane' },
  ])
  expect(toBody('people', [{ ...(person! as object), name: 'J. A.' }] as never)).toEqual([
    { name: 'J. A.', role: 'author', sort_name: null },
  ])
})

test.each([
  ['2', 2],
  ['2,5', 2.5],
  ['', null],
  ['two', 'two'],
])('D1 the number "%s" in a series is sent as %o', (typed, sent) => {
  const series = [{ name: 'S', number: typed, numberEnd: '', unit: '' }]
  expect(toBody('series', series)).toEqual([{ name: 'S', number: sent, number_end: null, unit: null }])
})

test('D1 entries that say nothing are not sent', () => {
  expect(toBody('people', [{ name: ' ', role: '' }])).toBeNull()
  expect(toBody('identifiers', [{ type: 'isbn_13', value: '' }])).toBeNull()
})

test('D1 paragraphs are written without mark-up and stay the same', () => {
  const html = '<p>One &amp; two<br>three</p><p>four &lt; five</p>'
  expect(toParagraphs(html)).toBe('One & two\nthree\n\nfour < five')
  expect(fromParagraphs(toParagraphs(html))).toBe(html)
})

test('D1 mark-up that paragraphs cannot say is edited as it is', () => {
  const html = '<p>One <em>two</em></p>'
  expect(toParagraphs(html)).toBe(html)
  expect(fromParagraphs(html)).toBe(html)
})

test('D1 numbers, ratings and whom somebody plays go back as they came', () => {
  const ratings = [{ source: 'imdb', value: 8.1, votes: null }]
  const people = [{ name: 'Ada', role: 'actor', sort_name: null, character: 'Herself' }]
  expect(toBody('ratings', toForm('ratings', ratings))).toEqual(ratings)
  expect(toBody('people', toForm('people', people))).toEqual(people)
  expect(toBody('number', toForm('number', 93.5))).toBe(93.5)
  expect(toBody('number', 'long')).toBe('long')
})

test('what an answer calls otherwise than the field table is asked for too', () => {
  const names = (kind: 'episode' | 'album', shown: object) => fieldsOf(kind, shown).map(({ name }) => name)
  expect(names('episode', { title: 'One', aired: null })).toEqual(['title', 'release_date'])
  expect(names('album', { title: 'One', label: 'Columbia' })).toEqual(['title', 'publisher'])
  expect(shownValue('album', { label: 'Columbia' }, 'publisher')).toBe('Columbia')
})
