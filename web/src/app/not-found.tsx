import { Link } from '@tanstack/react-router'
import { BookX } from 'lucide-react'
import { EmptyState } from '@/components/ui/feedback'

export const NotFound = () => (
  <EmptyState
    icon={BookX}
    title="There is nothing at this address"
    action={
      <Link to="/" className="text-sm font-medium text-accent underline underline-offset-4">
        Go to your library
      </Link>
    }
  >
    The page may have moved, or what it showed was deleted.
  </EmptyState>
)
