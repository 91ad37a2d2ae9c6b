import type { Shape } from '@/api/kinds'
import { Mark } from '@/components/logo'
import { cn } from '@/lib/cn'

/** A hue that stays with the title. */
function hueOf(title: string): number {
  let hash = 0
  for (const letter of title) hash = (hash * 31 + letter.codePointAt(0)!) >>> 0
  return hash % 360
}

/** In hundredths of the cover's width. Long titles and long words are set smaller, as a printer would. */
function sizeOf(title: string, scale: number): string {
  const byLength = title.length > 60 ? 8 : title.length > 28 ? 10 : 12.5
  const longestWord = Math.max(1, ...title.split(/[\s\u3000-\u9fff-]+/).map((word) => word.length))
  return `${scale * Math.max(6, Math.min(byLength, 105 / longestWord))}cqw`
}

/** What is lower than a book has less room for a line. */
const SCALES: Record<Shape, number> = { tall: 1, square: 0.9, wide: 0.6 }
const INNER: Record<Shape, string> = {
  tall: 'px-[6%] py-[9%] [&>:first-child]:line-clamp-6',
  square: 'px-[6%] py-[6%] [&>:first-child]:line-clamp-4',
  wide: 'justify-evenly! px-[4%] py-[2%] [&>:first-child]:line-clamp-3 [&_svg]:hidden',
}

interface PrintedCoverProps {
  title: string
  author?: string
  shape: Shape
  /** With the spine of a book. */
  bound: boolean
}

export function PrintedCover({ title, author, shape, bound }: PrintedCoverProps) {
  const hue = hueOf(title)
  return (
    <span
      aria-hidden="true"
      className="@container absolute inset-0 block text-white"
      style={{
        background: bound
          ? `linear-gradient(90deg, oklch(0.3 0.045 ${hue}) 0 4%, oklch(0.27 0.045 ${hue}) 4% 5%, oklch(0.37 0.055 ${hue}) 6%)`
          : `linear-gradient(160deg, oklch(0.4 0.06 ${hue}), oklch(0.27 0.045 ${hue}))`,
      }}
    >
      <span
        className={cn(
          'absolute inset-y-[5%] right-[7%] flex flex-col items-center justify-between border border-white/30 text-center',
          INNER[shape],
          bound ? 'left-[12%]' : 'left-[7%]',
        )}
      >
        <span
          dir="auto"
          className="w-full pb-[0.12em] font-serif leading-[1.16] font-semibold text-balance"
          style={{ fontSize: sizeOf(title, SCALES[shape]) }}
        >
          {title}
        </span>
        <span
          className="grid w-full justify-items-center gap-[0.6em]"
          style={{ fontSize: `${7 * SCALES[shape]}cqw` }}
        >
          <Mark className="size-[12cqw] text-white/55" />
          {author && (
            <span dir="auto" className="line-clamp-2 w-full leading-tight text-white/85">
              {author}
            </span>
          )}
        </span>
      </span>
    </span>
  )
}
