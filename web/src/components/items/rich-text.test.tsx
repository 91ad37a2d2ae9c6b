import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RichText } from './rich-text'

const shown = (html: string) => render(<RichText html={html} />).container.firstElementChild!.innerHTML

test('simple mark-up stays', () => {
  expect(shown('<p>One <em>two</em></p><ul><li>three</li></ul>')).toBe(
    '<p>One <em>two</em></p><ul><li>three</li></ul>',
  )
})

test.each([
  ['scripts', '<script>alert(1)</script>x', 'x'],
  ['handlers', '<p onclick="alert(1)">x</p>', '<p>x</p>'],
  ['pictures', 'a<img src=x onerror=alert(1)>b', 'ab'],
  ['links, but for their text', '<a href="javascript:alert(1)">x</a>', 'x'],
  ['styles and frames', '<style>*{}</style><iframe src=x></iframe>x', 'x'],
  ['svg', '<svg><script>alert(1)</script></svg>x', 'x'],
])('no %s', (_, html, text) => {
  expect(shown(html)).toBe(text)
})

test('plain text is text', () => {
  expect(shown('1 < 2')).toBe('1 &lt; 2')
})
