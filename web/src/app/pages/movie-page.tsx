import { useParams, useSearch } from '@tanstack/react-router'
import { MovieDetail } from '@/features/movies/movie-detail'
import { ItemPage } from './item-page'

export function MoviePage() {
  const { id } = useParams({ from: '/shell/movies/$id' })
  const search = useSearch({ from: '/shell/movies/$id' })
  return (
    <ItemPage kind="movie" id={id} search={search}>
      {(movie, parts) => <MovieDetail item={movie} {...parts} />}
    </ItemPage>
  )
}
