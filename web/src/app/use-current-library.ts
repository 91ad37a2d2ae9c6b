import { skipToken, useQuery } from '@tanstack/react-query'
import { useMatch, useMatches } from '@tanstack/react-router'
import { itemQuery } from '@/api/items'
import { artworkRouteOf, KINDS, routeOf, type ItemKind } from '@/api/kinds'
import { librariesQuery } from '@/api/libraries'
import { nameQuery } from '@/api/names'

/** The library the page is inside of: named by the address, or the one its item or name belongs to. */
export function useCurrentLibrary() {
  const library = useMatch({ from: '/shell/libraries/$id', shouldThrow: false })
  const trash = useMatch({ from: '/shell/libraries/$id/trash', shouldThrow: false })
  const item = useShownItem()
  const options = itemQuery(item?.kind ?? 'book', item?.id ?? 0)
  const shown = useQuery({ ...options, queryFn: item ? options.queryFn : skipToken })
  const people = useMatch({ from: '/shell/libraries/$id/people', shouldThrow: false })
  const seriesList = useMatch({ from: '/shell/libraries/$id/series', shouldThrow: false })
  const terms = useMatch({ from: '/shell/libraries/$id/terms', shouldThrow: false })
  const person = useMatch({ from: '/shell/people/$id', shouldThrow: false })
  const series = useMatch({ from: '/shell/series/$id', shouldThrow: false })
  const term = useMatch({ from: '/shell/terms/$id', shouldThrow: false })
  const name = person ?? series ?? term
  const named = useQuery({
    ...nameQuery(person ? 'people' : series ? 'series' : 'terms', name?.params.id ?? 0),
    enabled: name !== undefined,
  })
  const libraries = useQuery(librariesQuery)

  const id =
    (library ?? people ?? seriesList ?? terms ?? trash)?.params.id ??
    (item ? shown.data?.library_id : undefined) ??
    (name ? named.data?.library_id : undefined)
  return {
    current: libraries.data?.find((candidate) => candidate.id === id),
    libraries: libraries.data ?? [],
  }
}

const ROUTES = new Map<string, ItemKind>(
  (Object.keys(KINDS) as ItemKind[]).flatMap((kind) => [
    [routeOf(kind), kind],
    [artworkRouteOf(kind), kind],
  ]),
)

/** The item whose page this is, or that of its artwork. */
function useShownItem(): { kind: ItemKind; id: number } | undefined {
  const match = useMatches().find(({ fullPath }) => ROUTES.has(fullPath))
  const kind = match && ROUTES.get(match.fullPath)
  return kind && { kind, id: Number((match.params as { id: number }).id) }
}
