import { Tooltip } from '@/components/ui/tooltip'

const SOURCES: Record<string, { mark: string; text: string }> = {
  manual: { mark: 'M', text: 'Edited by hand' },
  sidecar: { mark: 'S', text: 'From a sidecar beside the files' },
  embedded: { mark: 'E', text: 'From inside the file' },
  path: { mark: 'P', text: 'From the folder and file names' },
}

/** Says who a value comes from: a letter, and the whole sentence on hover or focus. */
export function SourceMark({ source, field }: { source: string | undefined; field: string }) {
  if (!source) return null
  const known = SOURCES[source] ?? { mark: source.slice(0, 1).toUpperCase(), text: `From ${source}` }
  return (
    <Tooltip text={known.text} side="top">
      <button
        type="button"
        aria-label={`${field}: ${known.text}`}
        className="ml-1.5 inline-grid size-4 shrink-0 cursor-default place-items-center rounded-[0.25rem] bg-sunken align-middle font-sans text-[0.625rem] leading-none font-semibold tracking-normal text-soft"
      >
        {known.mark}
      </button>
    </Tooltip>
  )
}
