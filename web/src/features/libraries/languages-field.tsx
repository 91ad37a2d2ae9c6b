import { FieldGroup } from '@/components/ui/field'
import { moved, OrderList } from '@/components/ui/order-list'
import { Select } from '@/components/ui/select'
import { languageName } from '@/lib/format'
import { languages as known } from './regions'

interface LanguagesFieldProps {
  languages: string[]
  onChange: (languages: string[]) => void
}

/** The languages in which titles, texts and pictures are wanted, the preferred one first. */
export const LanguagesField = ({ languages, onChange }: LanguagesFieldProps) => (
  <FieldGroup label="Languages" hint="Of titles, descriptions and pictures. None: as the provider says.">
    <OrderList
      label="Languages"
      entries={languages.map((code) => ({ value: code, text: languageName(code) }))}
      onMove={(from, to) => onChange(moved(languages, from, to))}
      onRemove={(index) => onChange(languages.toSpliced(index, 1))}
    />
    <Select
      aria-label="Add a language"
      className="justify-self-start"
      value=""
      options={[{ value: '', text: 'Add a language' }, ...known(languages)]}
      onChange={(code) => code && onChange([...languages, code])}
    />
  </FieldGroup>
)
