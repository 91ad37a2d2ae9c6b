import { useRouter, useSearch } from '@tanstack/react-router'
import { LoginForm } from '@/features/access/login-form'
import { useTitle } from '@/lib/use-title'
import { EntryFrame } from '../entry-frame'

export function LoginPage() {
  useTitle('Sign in')
  const router = useRouter()
  const { next } = useSearch({ from: '/login' })
  return (
    <EntryFrame title="Colophon" intro="Sign in to your library.">
      <LoginForm onDone={() => router.history.push(ownAddress(next))} />
    </EntryFrame>
  )
}

/** Only addresses of our own pages: a link may not lead a signed-in user elsewhere. */
const ownAddress = (next: string | undefined) => (next && /^\/(?![/\\])/.test(next) ? next : '/')
