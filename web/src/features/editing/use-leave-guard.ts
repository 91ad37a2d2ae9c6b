import { useBlocker } from '@tanstack/react-router'
import { useRef, useState } from 'react'

/** Nobody loses what was typed by closing, by going back or by closing the browser's tab. */
export function useLeaveGuard(dirty: boolean, onClose: () => void) {
  const free = useRef(false)
  const [closing, setClosing] = useState(false)
  const holds = () => dirty && !free.current
  const blocker = useBlocker({ shouldBlockFn: holds, enableBeforeUnload: holds, withResolver: true })
  return {
    /** The person wants to go and has not said yet that what was typed may be dropped. */
    asks: closing || blocker.status === 'blocked',
    close: () => (dirty ? setClosing(true) : onClose()),
    stay: () => {
      setClosing(false)
      blocker.reset?.()
    },
    leave: () => {
      free.current = true
      if (blocker.status === 'blocked') blocker.proceed()
      else onClose()
    },
  }
}

export type LeaveGuard = ReturnType<typeof useLeaveGuard>
