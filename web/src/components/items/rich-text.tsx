import { createElement, Fragment, useMemo, type ReactNode } from 'react'

const KEPT = new Set([
  'p',
  'br',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'sub',
  'sup',
  'ul',
  'ol',
  'li',
  'blockquote',
  'hr',
])
const HEADINGS = /^h[1-6]$/
const DROPPED = new Set(['script', 'style', 'template', 'iframe', 'object', 'svg', 'math', 'head', 'title'])
const MAX_DEPTH = 40

/** The text of a description with its simple mark-up. Elements are made anew by name: no attribute, no link, no script survives. */
export function RichText({ html, className }: { html: string; className?: string }) {
  const content = useMemo(
    () => childrenOf(new DOMParser().parseFromString(html, 'text/html').body, 0),
    [html],
  )
  return (
    <div dir="auto" className={className}>
      {content}
    </div>
  )
}

const childrenOf = (node: Node, depth: number): ReactNode[] =>
  depth > MAX_DEPTH ? [] : [...node.childNodes].map((child, index) => render(child, index, depth + 1))

function render(node: Node, key: number, depth: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (!(node instanceof Element)) return null
  const name = node.localName
  if (DROPPED.has(name)) return null
  if (name === 'br' || name === 'hr') return createElement(name, { key })
  const children = childrenOf(node, depth)
  if (KEPT.has(name)) return createElement(name, { key }, ...children)
  if (HEADINGS.test(name) || name === 'div') return createElement('p', { key }, ...children)
  return createElement(Fragment, { key }, ...children)
}
