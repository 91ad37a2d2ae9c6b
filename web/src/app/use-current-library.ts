import { skipToken, useQuery } from '@tanstack/react-query'
import { useMatch } from '@tanstack/react-router'
import { bookQuery } from '@/api/books'
import { librariesQuery } from '@/api/libraries'

/** The library the page is inside of: named by the address, or the one its book belongs to. */
export function useCurrentLibrary() {
  const library = useMatch({ from: '/shell/libraries/$id', shouldThrow: false })
  const book = useMatch({ from: '/shell/books/$id', shouldThrow: false })
  const options = bookQuery(book?.params.id ?? 0)
  const shown = useQuery({ ...options, queryFn: book ? options.queryFn : skipToken })
  const libraries = useQuery(librariesQuery)

  const id = library?.params.id ?? (book ? shown.data?.library_id : undefined)
  return {
    current: libraries.data?.find((candidate) => candidate.id === id),
    libraries: libraries.data ?? [],
  }
}
