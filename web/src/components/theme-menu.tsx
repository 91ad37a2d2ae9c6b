import { Monitor, Moon, Sun } from 'lucide-react'
import { setTheme, useTheme, type Theme } from '@/lib/theme'
import { IconButton } from './ui/button'
import { Menu, MenuChoice, MenuOption } from './ui/menu'

const THEMES = [
  { value: 'system', text: 'Like the system', icon: Monitor },
  { value: 'light', text: 'Light', icon: Sun },
  { value: 'dark', text: 'Dark', icon: Moon },
] as const

export function ThemeMenu() {
  const theme = useTheme()
  const Icon = THEMES.find((entry) => entry.value === theme)!.icon
  return (
    <Menu
      align="end"
      trigger={
        <IconButton aria-label="Theme">
          <Icon />
        </IconButton>
      }
    >
      <MenuChoice value={theme} onChange={(value) => setTheme(value as Theme)}>
        {THEMES.map(({ value, text, icon: Each }) => (
          <MenuOption key={value} value={value}>
            <Each aria-hidden="true" />
            {text}
          </MenuOption>
        ))}
      </MenuChoice>
    </Menu>
  )
}
