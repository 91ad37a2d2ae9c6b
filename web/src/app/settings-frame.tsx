import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { may, meQuery } from '@/api/access'

const PAGES = [
  { to: '/settings/libraries', text: 'Libraries' },
  { to: '/settings/jobs', text: 'Jobs' },
  { to: '/settings/providers', text: 'Providers', needs: 'config:read' },
  { to: '/settings/system', text: 'System', needs: 'config:read' },
] as const

export function SettingsFrame() {
  const me = useQuery(meQuery)
  const pages = PAGES.filter((page) => !('needs' in page) || may(me.data, page.needs))
  return (
    <div className="mx-auto max-w-5xl pt-6">
      <nav aria-label="Settings" className="mb-6 flex gap-1 border-b">
        {pages.map(({ to, text }) => (
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
}
