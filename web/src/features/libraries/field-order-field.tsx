import { ChevronRight, X } from 'lucide-react'
import { canHold, KINDS, type ItemKind } from '@/api/kinds'
import type { Library, LibraryType, Provider } from '@/api/types'
import { fieldName } from '@/components/metadata/field-names'
import { IconButton } from '@/components/ui/button'
import { moved, OrderList } from '@/components/ui/order-list'
import { Select } from '@/components/ui/select'
import { Tooltip } from '@/components/ui/tooltip'
import { plural } from '@/lib/format'
import { inOrder, useProviders } from './use-providers'

type FieldOrder = Library['options']['field_order']

interface FieldOrderFieldProps {
  type: LibraryType
  /** The library's own order, which counts where a field has none. */
  order: string[]
  byField: FieldOrder
  mayAsk: boolean
  onChange: (byField: FieldOrder) => void
}

/** Fields for which other providers are believed first than for the rest. */
export function FieldOrderField({ type, order, byField, mayAsk, onChange }: FieldOrderFieldProps) {
  const { providers, isLoading, titleOf } = useProviders(type, mayAsk)
  const chosen = Object.keys(byField)
  const sayers = (field: string) =>
    inOrder(order, providers).filter((name) => says(type, providers, name, field))
  // Where one provider alone says something there is nothing to put into order.
  const offered = fieldsOf(type, providers).filter(
    (field) => !chosen.includes(field) && sayers(field).length > 1,
  )
  if (isLoading || (chosen.length === 0 && offered.length === 0)) return null
  return (
    <details className="group" open={chosen.length > 0 || undefined}>
      <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded text-sm font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 text-soft transition-transform group-open:rotate-90"
        />
        For single fields
        {chosen.length > 0 && (
          <span className="text-xs font-normal text-soft">{plural(chosen.length, 'field')}</span>
        )}
      </summary>
      <div className="mt-2 grid gap-4">
        <p className="text-xs text-soft">
          Who is believed first for one field, where that is not who is believed for the rest.
        </p>
        {chosen.map((field) => {
          const name = nameIn(type, providers, field)
          const names = inOrder(
            byField[field] ?? [],
            sayers(field).map((each) => ({ name: each })),
          )
          return (
            <div key={field} role="group" aria-label={name} className="grid gap-1.5">
              <div className="flex items-center justify-between gap-2">
                <span className="text-sm">{name}</span>
                <Tooltip text="As for the rest">
                  <IconButton
                    aria-label={`Remove ${name}`}
                    className="-my-1.5 !size-8"
                    onClick={() =>
                      onChange(Object.fromEntries(Object.entries(byField).filter(([each]) => each !== field)))
                    }
                  >
                    <X className="!size-4" />
                  </IconButton>
                </Tooltip>
              </div>
              <OrderList
                label={`Order of providers for ${name}`}
                entries={names.map((each) => ({ value: each, text: titleOf(each) }))}
                onMove={(from, to) => onChange({ ...byField, [field]: moved(names, from, to) })}
              />
            </div>
          )
        })}
        {offered.length > 0 && (
          <Select
            aria-label="Add a field"
            className="justify-self-start"
            value=""
            options={[
              { value: '', text: 'Add a field' },
              ...offered.map((field) => ({ value: field, text: nameIn(type, providers, field) })),
            ]}
            onChange={(field) => field && onChange({ ...byField, [field]: sayers(field) })}
          />
        )}
      </div>
    </details>
  )
}

const kindsOf = (type: LibraryType) =>
  (Object.keys(KINDS) as ItemKind[]).filter((kind) => canHold(type, kind))

const says = (type: LibraryType, providers: Provider[], name: string, field: string) =>
  providers.some(
    (provider) =>
      provider.name === name &&
      provider.kinds.some(({ kind, fields }) => canHold(type, kind) && fields.includes(field)),
  )

/** What providers say of items of such libraries, in the order in which forms have it. */
const fieldsOf = (type: LibraryType, providers: Provider[]) => [
  ...new Set(
    kindsOf(type).flatMap((kind) =>
      providers.flatMap((provider) => provider.kinds.find((each) => each.kind === kind)?.fields ?? []),
    ),
  ),
]

/** `First aired / Aired`: what kinds of one library call otherwise is one field to the server. */
function nameIn(type: LibraryType, providers: Provider[], field: string): string {
  const kinds = kindsOf(type).filter((kind) =>
    providers.some((provider) =>
      provider.kinds.some((each) => each.kind === kind && each.fields.includes(field)),
    ),
  )
  return [...new Set(kinds.map((kind) => fieldName(field, kind)))].join(' / ') || fieldName(field)
}
