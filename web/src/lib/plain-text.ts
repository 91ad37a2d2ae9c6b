const BLOCKS = 'p,div,br,li,h1,h2,h3,h4,h5,h6,blockquote,hr'

/** The words of a description without its mark-up, a line each paragraph. */
export function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  body.querySelectorAll(BLOCKS).forEach((block) => block.before('\n'))
  return (body.textContent ?? '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
}
