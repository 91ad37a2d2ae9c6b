import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EpisodeListItem } from '@/api/types'
import { Cover } from '@/components/items/cover'
import { Badge } from '@/components/ui/badge'
import { runtimeOf } from '@/components/video/runtime'
import { dayText } from '@/lib/format'
import { numberOf } from './show-text'

interface EpisodeRowsProps {
  episodes: EpisodeListItem[]
  menu: (episode: EpisodeListItem) => ReactNode
}

const HEADS = ['Number', 'Picture', 'Title', 'Aired', 'Runtime', 'Actions']
/** What says itself needs no head for the eye. */
const UNSEEN = new Set(['Number', 'Picture', 'Actions'])

/** The episodes of a season. On a phone the day and the length stand below the title. */
export const EpisodeRows = ({ episodes, menu }: EpisodeRowsProps) => (
  <table aria-label="Episodes" className="w-full border-collapse text-left text-sm">
    <thead className="text-xs text-soft max-sm:sr-only">
      <tr>
        {HEADS.map((name) => (
          <th key={name} scope="col" className="py-1.5 pr-4 font-normal whitespace-nowrap">
            {UNSEEN.has(name) ? <span className="sr-only">{name}</span> : name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {episodes.map((episode) => (
        <EpisodeRow key={episode.id} episode={episode} menu={menu(episode)} />
      ))}
    </tbody>
  </table>
)

const EpisodeRow = ({ episode, menu }: { episode: EpisodeListItem; menu: ReactNode }) => (
  <tr className="border-t hover:bg-sunken/60" data-missing={episode.missing_since !== null || undefined}>
    <td className="w-px py-2 pr-3 text-right whitespace-nowrap text-soft tabular-nums sm:pl-2">
      {numberOf(episode) ?? <span aria-label="No number">–</span>}
    </td>
    <td className="w-px py-2 pr-3 sm:pr-4">
      <span className="block w-20 sm:w-24">
        <Cover kind="episode" title={episode.title} url={episode.cover_url} width={320} />
      </span>
    </td>
    <td className="py-2 pr-2 sm:pr-4">
      <Link
        to="/episodes/$id"
        params={{ id: episode.id }}
        dir="auto"
        className="block text-left font-medium wrap-anywhere hover:text-accent hover:underline"
      >
        {episode.title}
      </Link>
      <span className="text-xs text-soft sm:hidden">
        {[airedOf(episode), runtimeOf(episode)].filter(Boolean).join(' · ')}
      </span>
      {episode.missing_since && <Badge tone="warn">Missing</Badge>}
    </td>
    <td className="w-px py-2 pr-4 whitespace-nowrap text-soft max-sm:hidden">{airedOf(episode)}</td>
    <td className="w-px py-2 pr-4 whitespace-nowrap text-soft max-sm:hidden">{runtimeOf(episode)}</td>
    <td className="w-px py-2 text-right">{menu}</td>
  </tr>
)

const airedOf = ({ aired }: EpisodeListItem) => aired && dayText(aired)
