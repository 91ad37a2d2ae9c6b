import { useParams, useSearch } from '@tanstack/react-router'
import { itemSubject } from '@/api/subject'
import { ChildGrid } from '@/features/items/child-grid'
import { EpisodeDetail } from '@/features/shows/episode-detail'
import { EpisodeRows } from '@/features/shows/episode-rows'
import { LOOK_SEASONS } from '@/features/shows/list-shows'
import { SeasonDetail } from '@/features/shows/season-detail'
import { ShowDetail } from '@/features/shows/show-detail'
import { ChildMenu } from '../menus/child-menu'
import { ON_COVER } from '../menus/item-menu'
import { Children } from './children'
import { ItemPage } from './item-page'

export function ShowPage() {
  const { id } = useParams({ from: '/shell/shows/$id' })
  const search = useSearch({ from: '/shell/shows/$id' })
  return (
    <ItemPage kind="show" id={id} search={search}>
      {(show, parts) => (
        <ShowDetail
          item={show}
          {...parts}
          seasons={
            <Children kind="show" item={show}>
              {(seasons) => (
                <ChildGrid
                  items={seasons}
                  list={LOOK_SEASONS}
                  menu={(season) => <ChildMenu item={itemSubject('season', season)} className={ON_COVER} />}
                />
              )}
            </Children>
          }
        />
      )}
    </ItemPage>
  )
}

export function SeasonPage() {
  const { id } = useParams({ from: '/shell/seasons/$id' })
  const search = useSearch({ from: '/shell/seasons/$id' })
  return (
    <ItemPage kind="season" id={id} search={search}>
      {(season, parts) => (
        <SeasonDetail
          item={season}
          {...parts}
          episodes={
            <Children kind="season" item={season}>
              {(episodes) => (
                <EpisodeRows
                  episodes={episodes}
                  menu={(episode) => <ChildMenu item={itemSubject('episode', episode)} />}
                />
              )}
            </Children>
          }
        />
      )}
    </ItemPage>
  )
}

export function EpisodePage() {
  const { id } = useParams({ from: '/shell/episodes/$id' })
  const search = useSearch({ from: '/shell/episodes/$id' })
  return (
    <ItemPage kind="episode" id={id} search={search}>
      {(episode, parts) => <EpisodeDetail item={episode} {...parts} />}
    </ItemPage>
  )
}
