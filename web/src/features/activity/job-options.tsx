const text = (value: unknown): string => {
  if (value === null || value === undefined) return '–'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number}`
}

/** What the job was asked to do, defaults filled in. */
export const JobOptions = ({ data }: { data: object }) => (
  <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 rounded-2xl border bg-surface p-4 text-sm">
    {Object.entries(data).map(([name, value]) => (
      <div key={name} className="contents">
        <dt className="font-mono text-xs leading-5 text-soft">{name}</dt>
        <dd className="font-mono text-xs leading-5 break-all">{text(value)}</dd>
      </div>
    ))}
    {Object.keys(data).length === 0 && <p className="text-soft">No options.</p>}
  </dl>
)
