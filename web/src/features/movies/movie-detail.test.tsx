import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderPage } from '@/testing/render'
import { sampleMovie } from '@/testing/movie-samples'
import { MovieDetail } from './movie-detail'

const show = (change: Parameters<typeof sampleMovie>[0] = {}) =>
  renderPage(<MovieDetail item={sampleMovie(change)} libraryName="Films" />)

test('C4 a movie is told with its original title, length, people and ratings', async () => {
  await show()
  expect(screen.getByText('Солярис')).toBeInTheDocument()
  expect(screen.getByText('2 h 47 min')).toBeInTheDocument()
  expect(screen.getByText('March 20, 1972')).toBeInTheDocument()
  expect(screen.getByTitle('99,000 votes')).toHaveTextContent('IMDb 8 (99,000)')
  expect(screen.getByRole('link', { name: 'Andrei Tarkovsky' })).toHaveAttribute('href', '/people/2')
  expect(screen.getByText('Kris Kelvin')).toBeInTheDocument()
})

test('D1 a mark leads to the evidence on the movie’s own page', async () => {
  await show()
  expect(screen.getByRole('link', { name: /^Title: From a sidecar/ })).toHaveAttribute(
    'href',
    '/movies/8?evidence=title',
  )
})

test('an identifier leads to its page elsewhere, and one that looks like none stays text', async () => {
  await show({
    identifiers: [
      { type: 'imdb', value: 'tt0069293' },
      { type: 'tmdb', value: '../593' },
    ],
  })
  expect(screen.getByRole('link', { name: /tt0069293/ })).toHaveAttribute(
    'href',
    'https://www.imdb.com/title/tt0069293',
  )
  expect(screen.queryByRole('link', { name: /593/ })).toBeNull()
})

test('an address that only a player understands is no link to a trailer', async () => {
  await show({ trailer_url: 'plugin://plugin.video.youtube/?videoid=1' })
  expect(screen.queryByText('Watch the trailer')).toBeNull()
})

test('of a large cast the first are shown, and all on request', async () => {
  const people = Array.from({ length: 20 }, (_, order) => ({
    person_id: order + 1,
    name: `Player ${order + 1}`,
    role: 'actor',
    character: null,
    order,
  }))
  await show({ people })
  expect(screen.queryByText('Player 20')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Show all 20' }))
  expect(screen.getByText('Player 20')).toBeInTheDocument()
})
