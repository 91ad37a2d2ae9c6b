import { useId, useState, type KeyboardEvent } from 'react'

/** Arrow keys and Enter for a list under a text field: the focus stays in the field, the chosen option is announced. */
export function useActiveOption(count: number, onChoose: (index: number) => void) {
  const list = useId()
  const [wanted, setActive] = useState(0)
  const active = Math.min(wanted, Math.max(0, count - 1))
  const optionId = (index: number) => `${list}-${index}`
  const move = (to: number) => {
    setActive(to)
    document.getElementById(optionId(to))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (count === 0) return
    if (event.key === 'ArrowDown') move((active + 1) % count)
    else if (event.key === 'ArrowUp') move((active - 1 + count) % count)
    else if (event.key === 'Enter') onChoose(active)
    else return
    event.preventDefault()
  }
  return {
    active,
    setActive,
    field: {
      role: 'combobox',
      'aria-expanded': count > 0,
      'aria-controls': list,
      'aria-autocomplete': 'list',
      'aria-activedescendant': count > 0 ? optionId(active) : undefined,
      autoComplete: 'off',
      spellCheck: false,
      onKeyDown,
    } as const,
    list,
    optionId,
  }
}
