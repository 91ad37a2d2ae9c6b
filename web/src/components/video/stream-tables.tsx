import type { ReactNode } from 'react'
import { fileName } from '@/api/subject'
import type { Stream } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/lib/cn'
import { channelsText, codecText, flagsOf, languageText, pictureText, rateText } from './stream-text'

interface Column {
  name: string
  of: (stream: Stream) => ReactNode
  /** Of the table, so that the columns of all files stand below each other; the last takes what is left. */
  width?: string
}

const flags: Column = {
  name: 'Flags',
  width: 'sm:w-[22%]',
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
const language: Column = { name: 'Language', width: 'sm:w-[20%]', of: languageText }
const codec: Column = { name: 'Codec', width: 'sm:w-[20%]', of: codecText }

/** What is said about the streams of each type, in the order of the columns. */
const TABLES: { type: string; name: string; columns: Column[] }[] = [
  {
    type: 'video',
    name: 'Video',
    columns: [
      codec,
      { name: 'Picture', width: 'sm:w-[20%]', of: pictureText },
      { name: 'Rate', width: 'sm:w-[14%]', of: rateText },
      {
        name: 'HDR',
        width: 'sm:w-[22%]',
        of: (stream) => stream.hdr && <Badge tone="accent">{stream.hdr}</Badge>,
      },
      title,
    ],
  },
  {
    type: 'audio',
    name: 'Audio',
    columns: [language, codec, { name: 'Channels', width: 'sm:w-[14%]', of: channelsText }, flags, title],
  },
  {
    type: 'subtitle',
    name: 'Subtitles',
    columns: [
      language,
      codec,
      flags,
      title,
      {
        name: 'File',
        of: ({ external_path: path }) =>
          path && (
            <span title={path} className="font-mono text-xs">
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

/** A column that would be empty is not there; on a phone a row is a line that breaks where it must. */
function StreamTable({ name, columns, rows }: StreamTableProps) {
  const shown = columns.filter(({ of }) => rows.some(of))
  return (
    <table className="w-full border-collapse text-left text-sm sm:table-fixed">
      <caption className="pb-1 text-left text-sm font-medium">{name}</caption>
      <thead className="text-xs text-soft max-sm:sr-only">
        <tr>
          {shown.map((column, index) => (
            <th
              key={column.name}
              scope="col"
              className={cn('py-1 pr-4 font-normal', index < shown.length - 1 && column.width)}
            >
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((stream, index) => (
          <tr
            key={index}
            className="border-t align-top max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:py-1.5"
          >
            {shown.map((column) => (
              <td key={column.name} className="wrap-anywhere max-sm:empty:hidden sm:py-1.5 sm:pr-4">
                {column.of(stream)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
