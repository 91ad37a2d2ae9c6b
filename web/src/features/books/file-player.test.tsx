import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { BookFile } from '@/api/types'
import { renderPage } from '@/testing/render'
import { sampleFile } from '@/testing/samples'
import { FileCard } from './file-card'

const chapter = (title: string, start_ms: number | null, children: unknown[] = []) =>
  ({ title, start_ms, page: null, href: null, children }) as unknown as BookFile['chapters'][number]

const CHAPTERS = [
  chapter('One', 0, [chapter('One and a half', 90_000)]),
  chapter('Two', 3_723_000),
  chapter('Nowhere', null),
]

// The browser of the tests loads and plays nothing.
const play = vi.fn<() => Promise<void>>()
beforeEach(() => {
  play.mockReset().mockResolvedValue()
  HTMLMediaElement.prototype.play = play
})

async function show(change: Partial<BookFile> = {}) {
  await renderPage(
    <FileCard file={sampleFile({ file_type: 'm4b', chapters: CHAPTERS, duration_s: 7000, ...change })} />,
  )
  return screen.queryByLabelText<HTMLAudioElement>('Listen to Emma')
}

const known = (audio: HTMLAudioElement) =>
  Object.defineProperty(audio, 'readyState', { value: HTMLMediaElement.HAVE_METADATA })

test.each(['m4b', 'm4a', 'mp3', 'flac', 'ogg', 'opus'] as const)(
  'a %s is played on the page, and loaded only when asked for',
  async (format) => {
    const audio = await show({ file_type: format })
    expect(audio).toHaveAttribute('src', '/api/books/files/50/download?inline=1')
    expect(audio).toHaveAttribute('preload', 'none')
    expect(audio).toHaveAttribute('controls')
  },
)

test.each([
  ['an EPUB', { file_type: 'epub' }],
  ['a file that is gone', { missing_since: '2026-05-01T12:00:00Z' }],
  ['a file that cannot be read', { error: { code: 'broken', message: 'Broken.' } }],
] as [string, Partial<BookFile>][])('%s has no player, and chapters to read only', async (_, change) => {
  expect(await show(change)).toBeNull()
  await userEvent.click(screen.getByText('3 chapters'))
  expect(screen.getByText('Two')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^Two/ })).toBeNull()
})

test('a chapter is gone to and played', async () => {
  const audio = (await show())!
  known(audio)
  await userEvent.click(screen.getByText('3 chapters'))
  await userEvent.click(screen.getByRole('button', { name: /^Two\s*1:02:03/ }))
  expect(audio.currentTime).toBe(3723)
  expect(play).toHaveBeenCalledOnce()
  expect(screen.queryByRole('button', { name: /^Nowhere/ })).toBeNull()
})

test('a chapter that is chosen before anything is loaded is gone to when it is', async () => {
  const audio = (await show())!
  await userEvent.click(screen.getByText('3 chapters'))
  await userEvent.click(screen.getByRole('button', { name: /^Two/ }))
  expect(play).toHaveBeenCalledOnce()
  audio.currentTime = 0
  known(audio)
  fireEvent.loadedMetadata(audio)
  expect(audio.currentTime).toBe(3723)
})

test('the chapter that is heard is marked, however deep it lies', async () => {
  const audio = (await show())!
  audio.currentTime = 100
  fireEvent.timeUpdate(audio)
  await userEvent.click(screen.getByText('3 chapters'))
  const marked = screen.getAllByRole('button').filter((button) => button.hasAttribute('aria-current'))
  expect(marked.map((button) => button.textContent)).toEqual([expect.stringContaining('One and a half')])
})

test('a file that the browser cannot play says what to do', async () => {
  const audio = (await show())!
  fireEvent.error(audio)
  expect(screen.getByRole('alert')).toHaveTextContent('Download it')
  fireEvent.playing(audio)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a chapter of what cannot be played says so, and one that is stopped at once does not', async () => {
  await show()
  await userEvent.click(screen.getByText('3 chapters'))
  play.mockRejectedValue(new DOMException('', 'AbortError'))
  await userEvent.click(screen.getByRole('button', { name: /^Two/ }))
  expect(screen.queryByRole('alert')).toBeNull()
  play.mockRejectedValue(new DOMException('', 'NotSupportedError'))
  await userEvent.click(screen.getByRole('button', { name: /^Two/ }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Download it')
})
