import { Lock, LockOpen } from 'lucide-react'
import { Tooltip } from '@/components/ui/tooltip'

interface LockToggleProps {
  label: string
  locked: boolean
  onTurn: () => void
}

export const LockToggle = ({ label, locked, onTurn }: LockToggleProps) => (
  <Tooltip text={locked ? 'Locked: nothing automatic changes it' : 'Lock it against automatic changes'}>
    <button
      type="button"
      aria-label={`Lock ${label}`}
      aria-pressed={locked}
      onClick={onTurn}
      className="grid size-6 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink aria-pressed:bg-wash aria-pressed:text-accent"
    >
      {locked ? <Lock className="size-3.5" /> : <LockOpen className="size-3.5" />}
    </button>
  </Tooltip>
)
