import { isOffered, isPicture, PICTURES } from '@/api/artwork'
import type { Asset, ShownFile } from '@/api/types'
import { nameOf } from './picture-text'

export interface Picture {
  asset: Asset
  name: string
}

/** The artwork of one type, by how it stands. */
export interface ArtworkGroup {
  type: string
  used: Picture[]
  /** One's own that are not in use: beside the files, inside them, uploaded. */
  own: Picture[]
  /** What providers offer beyond that, best first. */
  offered: Picture[]
  rejected: Picture[]
}

/** What is offered is narrowed by. */
export interface OfferFilter {
  /** A code, or `NO_LANGUAGE`. */
  language?: string
  provider?: string
}

export const NO_LANGUAGE = 'none'

/** From so many offers on one wants to narrow them. */
export const MANY = 10

/** By type, the one that stands for the item first, pictures before the rest. */
export function groupsOf(assets: Asset[], standing: string, files: ShownFile[]): ArtworkGroup[] {
  const types = new Set(assets.map(({ type }) => type))
  const others = PICTURES.filter((type) => types.has(type) && type !== standing)
  const asides = [...types].filter((type) => !isPicture(type))
  return [standing, ...others, ...asides].map((type) =>
    groupOf(
      type,
      assets.filter((asset) => asset.type === type),
      files,
    ),
  )
}

function groupOf(type: string, assets: Asset[], files: ShownFile[]): ArtworkGroup {
  // Counted before they are told apart: a picture keeps its number when it is chosen or refused.
  const ranked = assets
    .filter(isOffered)
    .toSorted((one, other) => other.score! - one.score! || one.id - other.id)
    .map((asset, place) => ({ asset, name: nameOf(asset, files, place + 1) }))
  const own = assets
    .filter((asset) => !isOffered(asset))
    .map((asset) => ({ asset, name: nameOf(asset, files) }))
  const all = [...own, ...ranked]
  const open = ({ asset }: Picture) => !asset.in_use && !asset.rejected
  return {
    type,
    used: all.filter(({ asset }) => asset.in_use),
    own: own.filter(open),
    offered: ranked.filter(open),
    rejected: all.filter(({ asset }) => asset.rejected && !asset.in_use),
  }
}

/** How many a person may choose among. */
export const countOf = ({ used, own, offered }: ArtworkGroup) => used.length + own.length + offered.length

export const languageKey = ({ language }: Asset) => language ?? NO_LANGUAGE

export const narrowed = (pictures: Picture[], { language, provider }: OfferFilter) =>
  pictures.filter(
    ({ asset }) => (!language || languageKey(asset) === language) && (!provider || asset.source === provider),
  )
