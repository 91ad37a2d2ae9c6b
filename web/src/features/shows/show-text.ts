import type { EpisodeListItem, SeasonListItem, ShowListItem } from '@/api/types'

type Run = Pick<ShowListItem, 'year' | 'end_date'>

/** `2008–2013`, or the year it began. */
export function yearsOf({ year, end_date: end }: Run): string | null {
  if (year === null) return null
  const last = end?.slice(0, 4)
  return last && last !== `${year}` ? `${year}–${last}` : `${year}`
}

type Numbered = Pick<EpisodeListItem, 'index_number' | 'index_number_end'>

/** `24`, `24–25` for a file that holds several; nothing for an episode that no number is known of. */
export function numberOf({ index_number: first, index_number_end: last }: Numbered): string | null {
  if (first === null) return null
  return last !== null && last !== first ? `${first}–${last}` : `${first}`
}

/** `S01E24–25`; `Special 3` for what stands in no season. */
export function placeText(episode: Numbered & Pick<EpisodeListItem, 'season'>): string | null {
  const number = numberOf(episode)
  const { season } = episode
  if (season === 0) return number === null ? 'Special' : `Special ${number}`
  if (number === null) return season === null ? null : `Season ${season}`
  const padded = number.replace(/^\d(?!\d)/, '0$&').replace(/–(\d)$/, '–0$1')
  return season === null ? `Episode ${number}` : `S${`${season}`.padStart(2, '0')}E${padded}`
}

/** What a season is besides its title: that it holds specials, or which one it is. */
export function seasonText({ index_number: number, title }: SeasonListItem): string | null {
  const name = number === null ? 'Unnumbered' : number === 0 ? 'Specials' : `Season ${number}`
  return name === title ? null : name
}
