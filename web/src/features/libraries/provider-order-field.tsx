import { skipToken, useQuery } from '@tanstack/react-query'
import { canHold } from '@/api/kinds'
import { providersQuery } from '@/api/providers'
import type { LibraryType } from '@/api/types'
import { providerName, usualPlace } from '@/components/metadata/source-text'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/feedback'
import { FieldGroup } from '@/components/ui/field'
import { moved, OrderList } from '@/components/ui/order-list'

interface ProviderOrderFieldProps {
  type: LibraryType
  /** Empty: as usual. */
  order: string[]
  mayAsk: boolean
  onChange: (order: string[]) => void
}

/** The providers that know such items, the one that is asked first and believed most at the top. */
export function ProviderOrderField({ type, order, mayAsk, onChange }: ProviderOrderFieldProps) {
  const { data: providers, isLoading } = useQuery({
    ...providersQuery,
    queryFn: mayAsk ? providersQuery.queryFn : skipToken,
  })
  const others = (providers ?? [])
    .filter(({ name, kinds }) => !order.includes(name) && kinds.some(({ kind }) => canHold(type, kind)))
    .map(({ name }) => name)
    .toSorted((one, other) => usualPlace(one) - usualPlace(other))
  const names = [...order, ...others]
  const textOf = (name: string) => {
    const known = providers?.find((provider) => provider.name === name)
    const title = known?.title ?? providerName(name)
    return known?.enabled === false ? `${title} (off)` : title
  }
  if (isLoading) return <Skeleton className="h-32" />
  if (names.length === 0) return null
  return (
    <FieldGroup
      label="Providers"
      hint="The first is asked first, and believed where they differ."
      aside={
        order.length > 0 && (
          <Button
            look="plain"
            className="-my-1 ml-auto !h-7 !px-2 !text-xs text-accent"
            onClick={() => onChange([])}
          >
            Usual order
          </Button>
        )
      }
    >
      <OrderList
        label="Order of providers"
        entries={names.map((name) => ({ value: name, text: textOf(name) }))}
        onMove={(from, to) => onChange(moved(names, from, to))}
      />
    </FieldGroup>
  )
}
