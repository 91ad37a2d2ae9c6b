const NAMES: Record<string, [one: string, many: string]> = {
  cover: ['Cover', 'Covers'],
  poster: ['Poster', 'Posters'],
  fanart: ['Fanart', 'Fanart'],
  banner: ['Banner', 'Banners'],
  clearlogo: ['Clear logo', 'Clear logos'],
  clearart: ['Clear art', 'Clear art'],
  landscape: ['Landscape', 'Landscapes'],
  discart: ['Disc art', 'Disc art'],
  keyart: ['Key art', 'Key art'],
  characterart: ['Character art', 'Character art'],
  trailer: ['Trailer', 'Trailers'],
  subtitle: ['Subtitle', 'Subtitles'],
  audio: ['Sound track', 'Sound tracks'],
  theme: ['Theme', 'Themes'],
}

/** What one asset of a type is called, and several. */
export const assetName = (type: string) => NAMES[type]?.[0] ?? type
export const assetNames = (type: string) => NAMES[type]?.[1] ?? type
