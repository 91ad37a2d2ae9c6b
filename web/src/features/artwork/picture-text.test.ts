import { expect, test } from 'vitest'
import type { Asset, ShownFile } from '@/api/types'
import { sampleAsset } from '@/testing/artwork-samples'
import { sampleFile } from '@/testing/samples'
import { nameOf } from './picture-text'

const FILE = sampleFile({ filepath: '/films/Metropolis/Metropolis.mkv' }) as ShownFile

const named = (change: Partial<Asset>) =>
  nameOf(sampleAsset(1, { file_id: FILE.id, ...change }) as Asset, [FILE])

test('what lies beside a file goes by its own name', () => {
  expect(named({ type: 'subtitle', source: 'path', origin: 'path:Metropolis/Metropolis.de.srt' })).toBe(
    'Metropolis.de.srt',
  )
})

test('what lies inside a file says in which', () => {
  expect(named({ source: 'embedded', origin: 'cover.jpg' })).toBe('cover.jpg in Metropolis.mkv')
})
