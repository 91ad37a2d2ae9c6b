import { Outlet, useRouter } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { meQuery } from '@/api/access'
import { isUnauthenticated } from '@/api/client'
import { followLive } from '@/api/live-cache'
import { live } from '@/api/live-hub'
import { cache } from './cache'
import { TopBar } from './top-bar'

/** Everything behind the sign-in: top bar, live connection, and the way back to the sign-in page. */
export function Shell() {
  const router = useRouter()
  const { error } = useQuery(meQuery)
  const signedOut = isUnauthenticated(error)

  useEffect(() => {
    const unfollow = followLive(live, cache)
    live.start()
    return () => {
      unfollow()
      live.stop()
    }
  }, [])

  useEffect(() => {
    if (signedOut) void router.invalidate()
  }, [signedOut, router])

  return (
    <>
      <a
        href="#main"
        className="sr-only rounded-lg bg-accent px-3 py-2 text-sm text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
      >
        Skip to content
      </a>
      <TopBar />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[96rem] px-3 pb-16 outline-none sm:px-6">
        <Outlet />
      </main>
    </>
  )
}
