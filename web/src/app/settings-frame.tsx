import { Link, Outlet } from '@tanstack/react-router'

const PAGES = [
  { to: '/settings/libraries', text: 'Libraries' },
  { to: '/settings/jobs', text: 'Jobs' },
] as const

export const SettingsFrame = () => (
  <div className="mx-auto max-w-5xl pt-6">
    <nav aria-label="Settings" className="mb-6 flex gap-1 border-b">
      {PAGES.map(({ to, text }) => (
        <Link
          key={to}
          to={to}
          className="-mb-px border-b-2 border-transparent px-3 py-2.5 text-sm font-medium text-soft hover:text-ink data-[status=active]:border-accent data-[status=active]:text-ink"
        >
          {text}
        </Link>
      ))}
    </nav>
    <Outlet />
  </div>
)
