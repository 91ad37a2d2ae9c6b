import { fileName } from '@/api/subject'
import type { Stream, TrackFile } from '@/api/types'
import { Chapters } from '@/components/items/chapters'
import { Findings } from '@/components/items/findings'
import { Badge } from '@/components/ui/badge'
import { channelsText, codecText, languageText } from '@/components/video/stream-text'
import { bytes, clock, count } from '@/lib/format'

/** The audio files of a track, each with what was measured of its sound. */
export const TrackFiles = ({ files }: { files: TrackFile[] }) => (
  <section className="mt-10">
    <h2 className="mb-3 text-base font-semibold">{files.length === 1 ? 'File' : 'Files'}</h2>
    {files.length === 0 && <p className="text-sm text-soft">This track has no files.</p>}
    <div className="grid gap-3">
      {files.map((file) => (
        <div key={file.id} className="rounded-xl border bg-surface p-4">
          <div className="flex items-start gap-3">
            <Badge tone="accent">{file.file_type.toUpperCase()}</Badge>
            <div className="min-w-0 grow">
              <h3 dir="auto" className="text-sm font-medium wrap-anywhere">
                {fileName(file.filepath)}
              </h3>
              <p className="mt-0.5 font-mono text-xs break-all text-soft">{file.filepath}</p>
            </div>
            <p className="shrink-0 text-right text-sm text-soft tabular-nums">
              {file.duration_s !== null && <span className="block">{clock(file.duration_s)}</span>}
              <span className="block">{bytes(file.filesize_bytes)}</span>
            </p>
          </div>
          <Findings of={file} />
          {file.streams.length > 0 && <Sound streams={file.streams} />}
          {file.chapters.length > 0 && <Chapters chapters={file.chapters} />}
        </div>
      ))}
    </div>
  </section>
)

const Sound = ({ streams }: { streams: Stream[] }) => (
  <ul aria-label="Streams" className="mt-3 grid gap-1 border-t pt-3 text-sm">
    {streams.map((stream) => (
      <li key={stream.index} dir="auto">
        {soundText(stream)}
      </li>
    ))}
  </ul>
)

/** `FLAC, stereo, 44.1 kHz, 16 bit, 920 kbit/s`: as much of it as was measured. */
export function soundText(stream: Stream): string {
  const { sample_rate: rate, bit_depth: bits, bit_rate: speed } = stream
  return [
    codecText(stream),
    channelsText(stream),
    rate && `${Number((rate / 1000).toFixed(1))} kHz`,
    bits && `${bits} bit`,
    speed && speed >= 1000 && `${count(Math.round(speed / 1000))} kbit/s`,
    stream.language && languageText(stream),
    stream.title,
  ]
    .filter(Boolean)
    .join(', ')
}
