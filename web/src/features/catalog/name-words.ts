import { termTypeOf, type NameKind } from '@/api/names'

interface Words {
  one: string
  many: string
}

/** What one and many of them are called. */
export function wordsOf(kind: NameKind, type?: string | null): Words {
  if (kind === 'people') return { one: 'person', many: 'people' }
  if (kind === 'series') return { one: 'series', many: 'series' }
  const one = termTypeOf(type)
  return { one, many: one === 'country' ? 'countries' : `${one}s` }
}
