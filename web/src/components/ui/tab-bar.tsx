import { Tabs } from 'radix-ui'
import type { ReactNode } from 'react'

interface TabBarProps {
  label: string
  tabs: { value: string; text: ReactNode }[]
}

/** The names of tabs in one line; a phone scrolls it. Stands inside Radix' `Tabs.Root`. */
export const TabBar = ({ label, tabs }: TabBarProps) => (
  <Tabs.List aria-label={label} className="flex max-w-full overflow-x-auto">
    {tabs.map(({ value, text }) => (
      <Tabs.Trigger
        key={value}
        value={value}
        className="-mb-px shrink-0 border-b-2 border-transparent px-3 py-2.5 text-sm font-medium text-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
      >
        {text}
      </Tabs.Trigger>
    ))}
  </Tabs.List>
)
