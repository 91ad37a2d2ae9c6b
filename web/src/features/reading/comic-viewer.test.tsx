import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import type { PageList } from '@/api/types'
import { ComicViewer } from './comic-viewer'

const comic = (change: Partial<PageList> = {}): PageList => ({
  pages: [0, 1, 2].map((index) => ({
    index,
    name: `${index}.png`,
    width: null,
    height: null,
    media_type: 'image/png',
  })),
  total: 3,
  version: 'abc',
  reading_direction: null,
  cover_index: 0,
  ...change,
})

function show(list = comic(), page = 1) {
  const [onPage, onFit] = [vi.fn(), vi.fn()]
  const view = render(
    <ComicViewer
      fileId={7}
      list={list}
      title="Saga"
      page={page}
      fit="height"
      onPage={onPage}
      onFit={onFit}
      back={<a href="/books/1">Back</a>}
    />,
  )
  return { ...view, onPage, onFit }
}

const click = (x: number) => {
  const sheet = screen.getByTestId('sheet')
  sheet.getBoundingClientRect = () => ({ left: 0, width: 100 }) as DOMRect
  fireEvent.pointerDown(sheet, { button: 0, clientX: x, clientY: 5 })
  fireEvent.pointerUp(sheet, { button: 0, clientX: x, clientY: 5 })
}

describe('the viewer', () => {
  test('shows the page of this version and says which it is', () => {
    show()
    expect(screen.getByRole('img', { name: 'Page 2' })).toHaveAttribute(
      'src',
      expect.stringContaining('/api/books/files/7/pages/1?v=abc'),
    )
    expect(screen.getByText('2 / 3')).toBeInTheDocument()
  })

  test('turns by keys and by clicks on the halves', async () => {
    const { onPage } = show()
    await userEvent.keyboard('{ArrowRight}')
    expect(onPage).toHaveBeenLastCalledWith(2)
    await userEvent.keyboard('{ArrowLeft}')
    expect(onPage).toHaveBeenLastCalledWith(0)
    click(90)
    expect(onPage).toHaveBeenLastCalledWith(2)
    click(10)
    expect(onPage).toHaveBeenLastCalledWith(0)
  })

  test('manga turns the other way round', async () => {
    const { onPage } = show(comic({ reading_direction: 'rtl' }))
    await userEvent.keyboard('{ArrowRight}')
    expect(onPage).toHaveBeenLastCalledWith(0)
    click(10)
    expect(onPage).toHaveBeenLastCalledWith(2)
  })

  test('a page that cannot be shown says so', () => {
    show()
    fireEvent.error(screen.getByRole('img'))
    expect(screen.getByText(/Page 2 \(1\.png\) cannot be shown/)).toBeInTheDocument()
  })

  test('the fit is changed by its button', async () => {
    const { onFit } = show()
    await userEvent.click(screen.getByRole('button', { name: 'Fit to width' }))
    expect(onFit).toHaveBeenCalledWith('width')
  })
})
