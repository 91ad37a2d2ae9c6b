import type { VideoFile } from '@/api/types'

export interface FileGroup {
  name: string
  /** Not the film itself. */
  isAside: boolean
  files: VideoFile[]
}

const GROUPS = [
  { one: 'File', roles: ['main', 'part'], isAside: false },
  { one: 'Trailer', roles: ['trailer'], isAside: true },
  { one: 'Extra', roles: ['extra', 'supplement'], isAside: true },
]

/** Files by what they are for; what has none is left out. */
export const groupsOf = (files: VideoFile[]): FileGroup[] =>
  GROUPS.map(({ one, roles, isAside }) => {
    const group = files.filter(({ role }) => roles.includes(role))
    return { name: group.length === 1 ? one : `${one}s`, isAside, files: group }
  }).filter((group) => group.files.length > 0)
