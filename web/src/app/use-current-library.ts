import { skipToken, useQuery } from '@tanstack/react-query'
import { useMatch } from '@tanstack/react-router'
import { bookQuery } from '@/api/books'
import { librariesQuery } from '@/api/libraries'
import { nameQuery } from '@/api/names'

/** The library the page is inside of: named by the address, or the one its book, person or series belongs to. */
export function useCurrentLibrary() {
  const library = useMatch({ from: '/shell/libraries/$id', shouldThrow: false })
  const trash = useMatch({ from: '/shell/libraries/$id/trash', shouldThrow: false })
  const book = useMatch({ from: '/shell/books/$id', shouldThrow: false })
  const options = bookQuery(book?.params.id ?? 0)
  const shown = useQuery({ ...options, queryFn: book ? options.queryFn : skipToken })
  const people = useMatch({ from: '/shell/libraries/$id/people', shouldThrow: false })
  const seriesList = useMatch({ from: '/shell/libraries/$id/series', shouldThrow: false })
  const person = useMatch({ from: '/shell/people/$id', shouldThrow: false })
  const series = useMatch({ from: '/shell/series/$id', shouldThrow: false })
  const named = useQuery({
    ...nameQuery(person ? 'people' : 'series', (person ?? series)?.params.id ?? 0),
    enabled: person !== undefined || series !== undefined,
  })
  const libraries = useQuery(librariesQuery)

  const id =
    (library ?? people ?? seriesList ?? trash)?.params.id ??
    (book ? shown.data?.library_id : undefined) ??
    (person || series ? named.data?.library_id : undefined)
  return {
    current: libraries.data?.find((candidate) => candidate.id === id),
    libraries: libraries.data ?? [],
  }
}
