import type { components, paths } from './generated/schema'

type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never
type Get<P extends keyof paths> = paths[P] extends { get: { responses: { 200: infer R } } } ? Json<R> : never
type PostBody<P extends keyof paths> = paths[P] extends { post: { requestBody: { content: infer C } } }
  ? C extends { 'application/json': infer T }
    ? T
    : never
  : never
type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never

export type Me = Get<'/api/auth/me'>
export type Library = Get<'/api/libraries/{id}'>
export type LibraryType = Library['type']
export type NewLibrary = PostBody<'/api/libraries'>
export type PathExplained = Get<'/api/paths/explain'>
export type FiredRule = PathExplained['rules'][number]
export type FolderList = Get<'/api/filesystem'>

export type SystemState = Get<'/api/system'>
export type SystemCheck = SystemState['checks'][number]
export type Node = Get<'/api/nodes'>['nodes'][number]
export type NodeState = Node['state']

export type Job = Get<'/api/jobs/{id}'>
export type JobStatus = Job['status']
export type JobList = Get<'/api/jobs'>
export type JobQuery = Query<'/api/jobs'>
export type JobLog = Get<'/api/jobs/{id}/logs'>['logs'][number]
export type LogLevel = JobLog['level']

/** Which provider is asked at the moment only live messages tell. */
export type Scan = Get<'/api/scans/{id}'> & { asked_provider?: string | null }
export type ScanPhase = Scan['status']
export type ScanError = Get<'/api/scans/{id}/errors'>['errors'][number]
export type ScanItem = Get<'/api/scans/{id}/items'>['items'][number]
export type ScanChange = ScanItem['change']

export type BookListItem = Get<'/api/books'>['books'][number]
export type BookQuery = Query<'/api/books'>
export type Book = Get<'/api/books/{id}'>
export type BookFile = Book['files'][number]

export type MovieListItem = Get<'/api/movies'>['movies'][number]
export type MovieQuery = Query<'/api/movies'>
export type Movie = Get<'/api/movies/{id}'>
export type VideoFile = Movie['files'][number]

export type ShowListItem = Get<'/api/shows'>['shows'][number]
export type Show = Get<'/api/shows/{id}'>
export type SeasonListItem = Get<'/api/shows/{id}/seasons'>['seasons'][number]
export type Season = Get<'/api/seasons/{id}'>
export type EpisodeListItem = Get<'/api/episodes'>['episodes'][number]
export type Episode = Get<'/api/episodes/{id}'>

export type ArtistListItem = Get<'/api/artists'>['artists'][number]
export type Artist = Get<'/api/artists/{id}'>
export type AlbumListItem = Get<'/api/albums'>['albums'][number]
export type Album = Get<'/api/albums/{id}'>
export type TrackListItem = Get<'/api/tracks'>['tracks'][number]
export type Track = Get<'/api/tracks/{id}'>
export type TrackFile = Track['files'][number]

/** A file of an item of any kind. */
export type ShownFile = BookFile | VideoFile | TrackFile
export type Stream = VideoFile['streams'][number]

type Schema<N extends keyof components['schemas']> = components['schemas'][N]
export type ResyncPreview = Schema<'ResyncPreview'>
export type PreviewedChange = ResyncPreview['changes'][number]
export type FailedFile = ResyncPreview['failed_files'][number]
export type Evidence = Schema<'EvidenceShown'>
export type FieldEvidence = Schema<'FieldEvidence'>
export type Offer = Schema<'OfferShown'>
export type Change = Get<'/api/items/{id}/history'>['changes'][number]
export type Asset = Schema<'AssetShown'>
export type TrashedItem = Schema<'TrashedItem'>
export type BulkEdit = Schema<'BulkEditRequest'>

export type EventList = Get<'/api/events'>
export type PageList = Get<'/api/books/files/{id}/pages'>

export type Name = Get<'/api/people'>['people'][number]
export type NameDetail = Get<'/api/people/{id}'>
export type SearchResults = Get<'/api/search'>
export type FoundItem = SearchResults['items'][number]

export type Provider = Get<'/api/providers/{name}'>
export type ProviderStatus = Provider['state']['status']
export type ProviderChange = Schema<'ChangeProviderRequest'>
export type ProviderTest = Schema<'ProviderTestView'>

export type PublishProgram = Library['options']['publish']
export type PublishCounts = Get<'/api/libraries/{id}/publish/plan/counts'>
export type PlannedItem = Get<'/api/libraries/{id}/publish/plan'>['items'][number]
export type PlannedFile = PlannedItem['files'][number]
export type PublishRun = Get<'/api/publish/runs/{id}'>
export type PublishedFile = Get<'/api/publish/runs/{id}/files'>['files'][number]

export type Identities = Get<'/api/items/{id}/identity'>
export type ProviderIdentity = Identities['providers'][number]
export type Identity = NonNullable<ProviderIdentity['identity']>
export type Match = ProviderIdentity['candidates'][number]
export type ScorePart = Match['parts'][number]
export type ReviewItem = Get<'/api/review'>['items'][number]
