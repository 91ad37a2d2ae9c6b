import { SourceMark, type Marked } from '@/components/metadata/source-mark'
import { RichText } from './rich-text'

interface DescriptionProps {
  html: string
  of: Marked
  field: string
}

/** A longer text of an item, and who says it. */
export const Description = ({ html, of, field }: DescriptionProps) => (
  <div className="mt-5">
    <RichText
      html={html}
      className="max-w-prose space-y-3 leading-relaxed [&_blockquote]:border-l-2 [&_blockquote]:pl-4 [&_ol]:list-decimal [&_ol]:pl-6 [&_ul]:list-disc [&_ul]:pl-6"
    />
    <p className="mt-2 -ml-1.5">
      <SourceMark of={of} field={field} />
    </p>
  </div>
)
