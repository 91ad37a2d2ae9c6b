import type { PlannedFile, PublishCounts, PublishedFile, PublishProgram, PublishRun } from '@/api/types'
import { assetName } from '@/components/items/asset-names'
import { count } from '@/lib/format'

export const PROGRAMS: Record<PublishProgram, string> = {
  off: 'Off',
  kodi: 'Kodi',
  jellyfin: 'Jellyfin',
  plex: 'Plex',
}

export const programName = (program: string) =>
  program in PROGRAMS ? PROGRAMS[program as PublishProgram] : program

/** What choosing a program comes to. */
export const PROGRAM_HINTS: Record<PublishProgram, string> = {
  off: 'Nothing is written beside the media.',
  kodi: 'Pictures and NFO files, by the names that Kodi looks for.',
  jellyfin: 'Pictures and NFO files, by the names that Jellyfin and Emby look for.',
  plex: 'Pictures, by the names of Plex’s local media assets. Plex reads no NFO files.',
}

export type Tone = 'plain' | 'accent' | 'danger' | 'warn'

/** What would become of a file. */
export const PLANNED: Record<PlannedFile['action'], [text: string, tone: Tone]> = {
  write: ['Write', 'accent'],
  replace: ['Replace', 'accent'],
  remove: ['Remove', 'warn'],
  keep: ['Stays', 'plain'],
  fail: ['Cannot', 'danger'],
}

const DONE: Record<PublishedFile['action'], string> = {
  write: 'Written',
  replace: 'Replaced',
  remove: 'Removed',
  keep: 'Stays',
  fail: 'Failed',
}

/** What became of a file in a run. */
export function fileOutcome({ state, action }: PublishedFile): [text: string, tone: Tone] {
  if (state === 'done') return [DONE[action], 'accent']
  if (state === 'undone') return ['Taken back', 'plain']
  if (state === 'failed') return ['Failed', 'danger']
  if (state === 'kept') return ['Stays', 'plain']
  return ['Begun', 'warn']
}

/** How files of a run are listed apart. */
export const STATES: { value: PublishedFile['state']; text: string }[] = [
  { value: 'done', text: 'Written or removed' },
  { value: 'kept', text: 'Left alone' },
  { value: 'failed', text: 'Failed' },
  { value: 'undone', text: 'Taken back' },
]

export const contentName = (content: string) => (content === 'nfo' ? 'NFO' : assetName(content))

/** Below the library's folder it lies in. */
export function pathInside(path: string, folders: string[]): string {
  const folder = folders
    .map((each) => `${each.replace(/\/+$/, '')}/`)
    .filter((each) => path.startsWith(each))
    .toSorted((one, other) => other.length - one.length)[0]
  return folder ? path.slice(folder.length) : path
}

type Totals = Pick<PublishCounts, 'write' | 'replace' | 'remove' | 'keep' | 'fail'>

const said = (parts: (string | false)[]) => parts.filter((part) => part !== false)

/** `12 to write`, `1 stays`: what there is none of is not told. */
export const totalsText = ({ write, replace, remove, keep, fail }: Totals) =>
  said([
    write > 0 && `${count(write)} to write`,
    replace > 0 && `${count(replace)} to replace`,
    remove > 0 && `${count(remove)} to remove`,
    keep > 0 && `${count(keep)} ${keep === 1 ? 'stays' : 'stay'} as ${keep === 1 ? 'it is' : 'they are'}`,
    fail > 0 && `${count(fail)} cannot be done`,
  ])

/** How many files are still as the run left them, as far as anybody knows. */
export const filesLeft = ({ written, removed }: PublishRun) => written + removed

/** `12 written, 1 failed`. */
export function runText(run: PublishRun): string {
  const { written, removed, kept, failed, undone } = run
  const left = filesLeft(run)
  const parts = run.undone_at
    ? said([
        `${count(undone)} taken back`,
        left > 0 && `${count(left)} changed since and left alone`,
        failed > 0 && `${count(failed)} failed`,
      ])
    : said([
        written > 0 && `${count(written)} written`,
        removed > 0 && `${count(removed)} removed`,
        kept > 0 && `${count(kept)} left alone`,
        failed > 0 && `${count(failed)} failed`,
        undone > 0 && `${count(undone)} taken back`,
      ])
  return parts.join(', ') || 'nothing to do'
}
