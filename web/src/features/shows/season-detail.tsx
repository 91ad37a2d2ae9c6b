import type { ReactNode } from 'react'
import { DayFact, ItemFacts } from '@/components/items/item-facts'
import { ItemFrame, type DetailProps } from '@/components/items/item-frame'
import { Particulars } from '@/components/items/particulars'
import { Texts } from '@/components/items/texts'
import { markedItem } from '@/components/metadata/marked'
import { VideoFiles } from '@/components/video/video-files'
import { plural } from '@/lib/format'
import { seasonText } from './show-text'

interface SeasonDetailProps extends DetailProps<'season'> {
  episodes: ReactNode
}

export function SeasonDetail({ item: season, libraryName, episodes, ...rest }: SeasonDetailProps) {
  const of = markedItem('season', season)
  return (
    <ItemFrame
      kind="season"
      item={season}
      byline={season.show ?? undefined}
      heading={
        <Particulars
          of={of}
          values={[
            ['index_number', seasonText(season)],
            ['release_date', season.year],
            ['episodes_count', plural(season.episodes_count, 'episode')],
          ]}
        />
      }
      below={
        <>
          {episodes}
          <VideoFiles files={season.files} />
        </>
      }
      {...rest}
    >
      <Texts item={season} of={of} />
      <ItemFacts item={season} of={of} libraryName={libraryName}>
        <DayFact of={of} field="release_date" value={season.release_date} />
      </ItemFacts>
    </ItemFrame>
  )
}
