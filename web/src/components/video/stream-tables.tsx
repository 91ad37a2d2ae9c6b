import type { ReactNode } from 'react'
import { fileName } from '@/api/subject'
import type { Stream } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { channelsText, codecText, flagsOf, languageText, pictureText, rateText } from './stream-text'

interface Column {
  name: string
  of: (stream: Stream) => ReactNode
}

const flags: Column = {
  name: 'Flags',
  of: (stream) =>
    flagsOf(stream).length > 0 && (
      <span className="flex flex-wrap gap-1">
        {flagsOf(stream).map((flag) => (
          <Badge key={flag}>{flag}</Badge>
        ))}
      </span>
    ),
}
const title: Column = { name: 'Title', of: (stream) => stream.title && <bdi>{stream.title}</bdi> }
const language: Column = { name: 'Language', of: languageText }

/** What is said about the streams of each type, in the order of the columns. */
const TABLES: { type: string; name: string; columns: Column[] }[] = [
  {
    type: 'video',
    name: 'Video',
    columns: [
      { name: 'Codec', of: codecText },
      { name: 'Picture', of: pictureText },
      { name: 'Rate', of: rateText },
      { name: 'HDR', of: (stream) => stream.hdr && <Badge tone="accent">{stream.hdr}</Badge> },
      title,
    ],
  },
  {
    type: 'audio',
    name: 'Audio',
    columns: [
      language,
      { name: 'Codec', of: codecText },
      { name: 'Channels', of: channelsText },
      title,
      flags,
    ],
  },
  {
    type: 'subtitle',
    name: 'Subtitles',
    columns: [
      language,
      { name: 'Format', of: codecText },
      title,
      flags,
      {
        name: 'File',
        of: ({ external_path: path }) =>
          path && (
            <span title={path} className="font-mono text-xs wrap-anywhere">
              {fileName(path)}
            </span>
          ),
      },
    ],
  },
]

/** The streams of a video, a table a type. */
export const StreamTables = ({ streams }: { streams: Stream[] }) => (
  <div className="mt-4 grid gap-4 empty:hidden">
    {TABLES.map(({ type, ...table }) => {
      const rows = streams.filter((stream) => stream.type === type)
      return rows.length > 0 && <StreamTable key={type} rows={rows} {...table} />
    })}
  </div>
)

interface StreamTableProps {
  name: string
  columns: Column[]
  rows: Stream[]
}

/** A column that would be empty is not there. */
function StreamTable({ name, columns, rows }: StreamTableProps) {
  const shown = columns.filter(({ of }) => rows.some(of))
  return (
    <table className="w-full table-auto border-collapse text-left text-sm">
      <caption className="pb-1 text-left text-sm font-medium">{name}</caption>
      <thead className="text-xs text-soft">
        <tr>
          {shown.map((column) => (
            <th key={column.name} scope="col" className="py-1 pr-4 font-normal last:pr-0">
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((stream, index) => (
          <tr key={index} className="border-t align-top">
            {shown.map((column) => (
              <td key={column.name} className="py-1.5 pr-4 wrap-anywhere last:pr-0">
                {column.of(stream)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
