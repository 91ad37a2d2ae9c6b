import { ApiError } from '@/api/client'

/** What to say at a field for a name; nothing when the trouble is not with what was typed. */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  if (error.code === 'name_taken') return 'Another entry has this name already. Merge the two instead.'
  return error.fields.name?.join(' ')
}
