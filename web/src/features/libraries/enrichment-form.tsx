import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { keys } from '@/api/keys'
import { editLibrary } from '@/api/libraries'
import type { Library } from '@/api/types'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/check-field'
import { Note } from '@/components/ui/feedback'
import { FieldGroup } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { FieldOrderField } from './field-order-field'
import { LanguagesField } from './languages-field'
import { ProviderOrderField } from './provider-order-field'
import { countries } from './regions'

type Options = Library['options']

type Mode = NonNullable<Options['enrichment_mode']>

const MODES: { value: Mode; text: string }[] = [
  { value: 'full', text: 'Metadata and artwork' },
  { value: 'metadata-only', text: 'Metadata only' },
  { value: 'none', text: 'Nothing' },
]

interface EnrichmentFormProps {
  library: Library
  /** Whether it can be asked which providers there are. */
  mayAsk: boolean
}

/** What providers are asked for this library, in which order and languages, and what their word counts. */
export function EnrichmentForm({ library, mayAsk }: EnrichmentFormProps) {
  const cache = useQueryClient()
  const [typed, setTyped] = useState<Partial<Options>>({})
  const options = { ...library.options, ...typed }
  const change = (next: Partial<Options>) => setTyped({ ...typed, ...next })
  const changed = (Object.keys(typed) as (keyof Options)[]).some(
    (key) => JSON.stringify(typed[key]) !== JSON.stringify(library.options[key]),
  )
  const save = useMutation({
    mutationFn: () =>
      editLibrary(library.id, {
        options: typed.field_order
          ? { ...typed, field_order: without(library.options.field_order, typed.field_order) }
          : typed,
      }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.libraries })
      setTyped({})
      toast.success('Library saved')
    },
  })
  return (
    <section aria-labelledby="enrichment">
      <h2 id="enrichment" className="text-base font-semibold">
        Enrichment
      </h2>
      <p className="mt-1 max-w-prose text-sm text-soft">
        What is asked of the providers that are switched on. Edits and locks always stay.
      </p>
      <form
        aria-label="Enrichment"
        className="mt-3 grid gap-5 rounded-2xl border bg-surface p-4 sm:p-5"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {save.isError && <Note tone="danger">{reason(save.error)}</Note>}
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          <div className="grid content-start gap-5">
            <Switches options={options} onChange={change} />
            <FieldGroup label="Fetch">
              <Select
                aria-label="Fetch"
                className="justify-self-start"
                value={options.enrichment_mode ?? 'full'}
                options={MODES}
                onChange={(mode) => change({ enrichment_mode: mode as Mode })}
              />
            </FieldGroup>
          </div>
          <div className="grid content-start gap-5">
            <ProviderOrderField
              type={library.type}
              order={options.provider_order}
              mayAsk={mayAsk}
              onChange={(order) => change({ provider_order: order })}
            />
            <FieldOrderField
              type={library.type}
              order={options.provider_order}
              byField={options.field_order}
              mayAsk={mayAsk}
              onChange={(field_order) => change({ field_order })}
            />
            <LanguagesField languages={options.languages} onChange={(languages) => change({ languages })} />
            <FieldGroup label="Country" hint="Whose certifications and release dates count.">
              <Select
                aria-label="Country"
                className="max-w-full justify-self-start"
                value={options.country ?? ''}
                options={[{ value: '', text: 'As the provider says' }, ...countries(options.country)]}
                onChange={(country) => change({ country: country || null })}
              />
            </FieldGroup>
          </div>
        </div>
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={save.isPending} disabled={!changed}>
            Save
          </Button>
          {changed && <Button onClick={() => setTyped({})}>Undo</Button>}
        </div>
      </form>
    </section>
  )
}

/** Fields are merged into what is there: one that was taken out has to say so. */
const without = (saved: Options['field_order'], typed: Options['field_order']) => ({
  ...Object.fromEntries(Object.keys(saved).map((field) => [field, null])),
  ...typed,
})

const Switches = ({
  options,
  onChange,
}: {
  options: Options
  onChange: (next: Partial<Options>) => void
}) => (
  <>
    <CheckField
      label="Ask after every scan"
      hint="What is new or changed is looked up by itself. Otherwise only when somebody asks for it."
      checked={options.auto_enrich}
      onChange={(auto_enrich) => onChange({ auto_enrich })}
    />
    <CheckField
      label="Choose artwork"
      hint="Where an item has no picture of its own and nobody chose one, the best that is offered is taken."
      checked={options.auto_select_assets}
      onChange={(auto_select_assets) => onChange({ auto_select_assets })}
    />
    <CheckField
      label="Only fill what is empty"
      hint="What files and their names say counts more than what providers say."
      checked={options.fill_empty_only}
      onChange={(fill_empty_only) => onChange({ fill_empty_only })}
    />
  </>
)
