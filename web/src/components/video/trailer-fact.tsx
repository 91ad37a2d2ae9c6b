import { Fact } from '@/components/items/facts'
import { OutLink } from '@/components/metadata/identifiers'
import { SourceMark, type Marked } from '@/components/metadata/source-mark'

/** Leads to a trailer elsewhere; what is no address leads nowhere. */
export const TrailerFact = ({ of, address }: { of: Marked; address: string | null }) =>
  address &&
  /^https?:/.test(address) && (
    <Fact name="Trailer" mark={<SourceMark of={of} field="trailer_url" />}>
      <OutLink href={address}>Watch the trailer</OutLink>
    </Fact>
  )
