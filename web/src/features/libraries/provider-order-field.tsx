import type { LibraryType } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/feedback'
import { FieldGroup } from '@/components/ui/field'
import { moved, OrderList } from '@/components/ui/order-list'
import { inOrder, useProviders } from './use-providers'

interface ProviderOrderFieldProps {
  type: LibraryType
  /** Empty: as usual. */
  order: string[]
  mayAsk: boolean
  onChange: (order: string[]) => void
}

/** The providers that know such items, the one that is asked first and believed most at the top. */
export function ProviderOrderField({ type, order, mayAsk, onChange }: ProviderOrderFieldProps) {
  const { providers, isLoading, titleOf } = useProviders(type, mayAsk)
  const names = inOrder(order, providers)
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
        entries={names.map((name) => ({ value: name, text: titleOf(name) }))}
        onMove={(from, to) => onChange(moved(names, from, to))}
      />
    </FieldGroup>
  )
}
