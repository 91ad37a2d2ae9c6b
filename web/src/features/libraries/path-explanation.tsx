import type { FiredRule, PathExplained } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { plural } from '@/lib/format'

/** What a scan makes of a path, and the rules that fired, in their order. */
export const PathExplanation = ({ explained }: { explained: PathExplained }) => (
  <div role="region" aria-label="Explanation" className="mt-5 grid gap-4">
    <div className="rounded-xl border bg-surface p-4">
      <p className="font-mono text-sm break-all">{explained.path}</p>
      <p className="mt-1 text-sm text-soft">{verdictOf(explained)}</p>
      <Facts facts={factsOf(explained)} />
    </div>
    <div className="rounded-xl border bg-surface p-4">
      <h3 className="text-sm font-medium">
        {explained.rules.length === 0 ? 'No rule fired' : `${plural(explained.rules.length, 'rule')} fired`}
      </h3>
      <ol className="divide-y">
        {explained.rules.map((rule, index) => (
          <Rule key={index} rule={rule} />
        ))}
      </ol>
    </div>
  </div>
)

const Rule = ({ rule }: { rule: FiredRule }) => (
  <li className="py-3 last:pb-0">
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <Badge className="font-mono">{rule.id}</Badge> {rule.text}
    </p>
    <Facts
      code
      facts={[
        ['Input', rule.input],
        ['Matched', rule.matched],
        ['Result', rule.result],
      ]}
    />
  </li>
)

type Fact = [name: string, value: string | number | null]

const Facts = ({ facts, code = false }: { facts: Fact[]; code?: boolean }) => (
  <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
    {facts
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd dir="auto" className={code ? 'font-mono text-xs leading-5 break-all' : 'break-words'}>
            {value}
          </dd>
        </div>
      ))}
  </dl>
)

function verdictOf({ ignored, kind }: PathExplained): string {
  if (ignored) return 'A scan ignores it, and everything below it.'
  return kind === null ? 'A scan makes nothing of it by itself.' : 'A scan reads it.'
}

function factsOf({ ignored, ignored_by: by, unit, kind, role, parsed }: PathExplained): Fact[] {
  const facts: Fact[] = [
    ['Ignored', ignored ? `Yes, by ${by}` : 'No'],
    ['Read as one', unit],
    ['Kind', kind],
    ['Role', role],
  ]
  if (parsed === null) return facts
  return [
    ...facts,
    ['Title', parsed.title],
    ['Authors', parsed.authors.join(', ')],
    ['Narrators', parsed.narrators.join(', ')],
    ['Artists', parsed.artists.join(', ')],
    ['Album', parsed.album],
    ['Album artist', parsed.album_artist],
    ['Disc', parsed.disc],
    ['Series', parsed.series],
    ['Number', numberOf(parsed)],
    ['Counted in', parsed.unit],
    ['Year', parsed.year],
    ['Language', parsed.language],
    ['Season', parsed.season],
    ['Episodes', parsed.episodes.join(', ')],
  ]
}

function numberOf({ number, number_end: end }: NonNullable<PathExplained['parsed']>) {
  return number === null || end === null || end === number ? number : `${number}-${end}`
}
