import type { VideoFile } from '@/api/types'

export interface FileGroup {
  name: string
  files: VideoFile[]
}

const GROUPS: [one: string, roles: string[]][] = [
  ['File', ['main', 'part']],
  ['Trailer', ['trailer']],
  ['Extra', ['extra', 'supplement']],
]

/** Files by what they are for; what has none is left out. */
export const groupsOf = (files: VideoFile[]): FileGroup[] =>
  GROUPS.map(([one, roles]) => ({ one, files: files.filter(({ role }) => roles.includes(role)) }))
    .filter((group) => group.files.length > 0)
    .map(({ one, files: group }) => ({ name: group.length === 1 ? one : `${one}s`, files: group }))
