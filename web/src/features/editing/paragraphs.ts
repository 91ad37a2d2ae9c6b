const MARK_UP = /<\/?[a-z][^>]*>/i

/** A description as one writes it: paragraphs with empty lines between them. One with more mark-up than that stays as it is. */
export function toParagraphs(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const plain = [...body.querySelectorAll('*')].every((element) => ['p', 'br'].includes(element.localName))
  if (!plain) return html
  body.querySelectorAll('br').forEach((line) => line.replaceWith('\n'))
  body.querySelectorAll('p').forEach((block) => block.after('\n\n'))
  return (body.textContent ?? '').trim()
}

/** The way back. */
export function fromParagraphs(text: string): string {
  if (MARK_UP.test(text)) return text
  return text
    .split(/\n\s*\n/)
    .map((block) => `<p>${escape(block.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('')
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
