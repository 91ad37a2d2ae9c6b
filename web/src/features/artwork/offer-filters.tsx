import { assetNames } from '@/components/items/asset-names'
import { providerName } from '@/components/metadata/source-text'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { languageName } from '@/lib/format'
import {
  languageKey,
  MANY,
  narrowed,
  NO_LANGUAGE,
  type ArtworkGroup,
  type OfferFilter,
} from './artwork-groups'

interface OfferFiltersProps {
  groups: ArtworkGroup[]
  filter: OfferFilter
  onChange: (filter: OfferFilter) => void
}

/** Narrows what providers offer, of all types at once, where there is much of it. */
export function OfferFilters({ groups, filter, onChange }: OfferFiltersProps) {
  const { language, provider } = filter
  const isOn = language !== undefined || provider !== undefined
  const isMuch = groups.some(({ offered }) => offered.length > MANY)
  if (!isMuch && !isOn) return null
  const offers = groups.flatMap(({ offered }) => offered.map(({ asset }) => asset))
  const languages = choices(offers.map(languageKey), languageText, language)
  const providers = choices(
    offers.map(({ source }) => source),
    providerName,
    provider,
  )
  const emptied = groups.filter(({ offered }) => offered.length > 0 && narrowed(offered, filter).length === 0)
  return (
    <div
      role="group"
      aria-label="Narrow what providers offer"
      className="mt-4 flex flex-wrap items-center gap-2"
    >
      <Select
        aria-label="Language"
        value={language ?? ''}
        options={[{ value: '', text: 'All languages' }, ...languages]}
        onChange={(value) => onChange({ ...filter, language: value || undefined })}
      />
      <Select
        aria-label="Provider"
        value={provider ?? ''}
        options={[{ value: '', text: 'All providers' }, ...providers]}
        onChange={(value) => onChange({ ...filter, provider: value || undefined })}
      />
      {isOn && (
        <Button look="plain" onClick={() => onChange({})}>
          Show all
        </Button>
      )}
      <p role="status" className="text-sm text-soft">
        {emptied.length > 0 && `None of that: ${emptied.map(({ type }) => assetNames(type)).join(', ')}`}
      </p>
    </div>
  )
}

const languageText = (key: string) => (key === NO_LANGUAGE ? 'No language' : languageName(key))

/** Each once, by its name; one that an address asks for stands there too, so that it can be seen and changed. */
const choices = (values: string[], textOf: (value: string) => string, asked: string | undefined) =>
  [...new Set([...values, ...(asked === undefined ? [] : [asked])])]
    .map((value) => ({ value, text: textOf(value) }))
    .toSorted((one, other) => one.text.localeCompare(other.text))
