const grouped = new Intl.NumberFormat('en')
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' })

export const count = (value: number) => grouped.format(value)

/** `1 book`, `1,247 books`. */
export const plural = (value: number, one: string, many = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : many}`

/** Whole per cent, half up; 0 while the total is 0. */
export const percent = (part: number, total: number) =>
  total === 0 ? 0 : Math.floor((part * 100) / total + 0.5)

/** `genres` at the beginning of a line. */
export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** `May 25, 1979`, `May 1979`, `1979`: as much of a day as is known. */
export function dayText(value: string): string {
  const parts = value.split('-').length
  if (parts === 1) return value
  const day = new Date(parts === 2 ? `${value}-01` : value)
  if (Number.isNaN(day.getTime())) return value
  const known = parts === 2 ? ({ month: 'long', year: 'numeric' } as const) : ({ dateStyle: 'long' } as const)
  return new Intl.DateTimeFormat('en', { ...known, timeZone: 'UTC' }).format(day)
}

export const exactTime = (iso: string) => exact.format(new Date(iso))

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

export function bytes(value: number): string {
  const power = Math.min(UNITS.length - 1, value < 1 ? 0 : Math.floor(Math.log(value) / Math.log(1000)))
  const scaled = value / 1000 ** power
  return `${power > 0 && scaled < 10 ? scaled.toFixed(1) : Math.round(scaled)} ${UNITS[power]}`
}

/** `850 ms`, `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))} ms`
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`
  const rest = minutes % 60
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}

/** `1:02:03` as audio players show it. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':')
}

const languages = new Intl.DisplayNames('en', { type: 'language' })

/** `English` for `en`; the code itself when nobody knows it. */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code
  } catch {
    return code
  }
}
