import { SourceMark, type Marked } from '@/components/metadata/source-mark'
import { Description } from './description'

interface TextsProps {
  item: { description: string | null; outline?: string | null; tagline?: string | null }
  of: Marked
}

/** What is told about an item. The outline stands for a description that is not there. */
export const Texts = ({ item: { tagline, description, outline }, of }: TextsProps) => (
  <>
    {tagline && (
      <p dir="auto" className="mt-5 font-serif text-lg text-balance wrap-anywhere italic max-sm:text-center">
        {tagline}
        <SourceMark of={of} field="tagline" />
      </p>
    )}
    {description ? (
      <Description html={description} of={of} field="description" />
    ) : (
      outline && <Description html={outline} of={of} field="outline" />
    )}
  </>
)
