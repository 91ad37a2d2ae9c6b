import type { Stream } from '@/api/types'
import { languageName } from '@/lib/format'

/** What ffprobe calls otherwise than people do; of the others capitals are enough. */
const CODECS: Record<string, string> = {
  h264: 'H.264',
  mpeg1video: 'MPEG-1',
  mpeg2video: 'MPEG-2',
  mpeg4: 'MPEG-4',
  vc1: 'VC-1',
  eac3: 'E-AC3',
  truehd: 'TrueHD',
  opus: 'Opus',
  vorbis: 'Vorbis',
  subrip: 'SRT',
  webvtt: 'WebVTT',
  mov_text: 'Timed text',
  hdmv_pgs_subtitle: 'PGS',
  dvd_subtitle: 'VobSub',
  dvb_subtitle: 'DVB',
}

/** `HEVC Main 10`. */
export function codecText({ codec, profile }: Stream): string {
  if (!codec) return 'Unknown'
  return [CODECS[codec] ?? codec.toUpperCase(), profile].filter(Boolean).join(' ')
}

/** `3840 × 2160, 10 bit`. */
export function pictureText({ width, height, bit_depth: bits }: Stream): string {
  const size = width && height ? `${width} × ${height}` : null
  return [size, bits && bits > 8 ? `${bits} bit` : null].filter(Boolean).join(', ')
}

/** `23.976 fps`. */
export const rateText = ({ frame_rate: rate }: Stream) => (rate ? `${Number(rate.toFixed(3))} fps` : '')

/** `5.1`, or how many when nobody says where they stand. */
export const channelsText = ({ layout, channels }: Stream) =>
  layout?.replace('(', ' (') ?? (channels ? `${channels} ${channels === 1 ? 'channel' : 'channels'}` : '')

export const languageText = ({ language }: Stream) => (language ? languageName(language) : 'Unknown')

/** What a player goes by when it chooses a stream. */
export const flagsOf = (stream: Stream): string[] =>
  [
    stream.default && 'Default',
    stream.forced && 'Forced',
    stream.hearing_impaired && 'SDH',
    stream.commentary && 'Commentary',
  ].filter((flag) => flag !== false)
