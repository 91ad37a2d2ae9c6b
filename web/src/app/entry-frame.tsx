import type { ReactNode } from 'react'
import { Mark } from '@/components/logo'

interface EntryFrameProps {
  title: string
  step?: string
  intro?: string
  children: ReactNode
}

/** The frame of pages before the library: set-up and sign-in. */
export const EntryFrame = ({ title, step, intro, children }: EntryFrameProps) => (
  <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 py-10 sm:justify-center sm:py-16">
    <div className="mb-7 flex flex-col items-center text-center">
      <Mark className="mb-5 size-12 text-accent" />
      {step && <p className="mb-1 text-xs font-medium text-soft">{step}</p>}
      <h1 className="font-serif text-3xl font-semibold tracking-tight text-balance">{title}</h1>
      {intro && <p className="mt-2 text-sm text-pretty text-soft">{intro}</p>}
    </div>
    <div className="rounded-2xl border bg-surface p-5 sm:p-6">{children}</div>
  </main>
)
