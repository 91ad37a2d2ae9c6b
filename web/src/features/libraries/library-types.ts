import { BookOpen, Clapperboard, Music, Tv, type LucideIcon } from 'lucide-react'
import type { LibraryType } from '@/api/types'

interface TypeEntry {
  value: LibraryType
  text: string
  holds: string
  icon: LucideIcon
}

export const LIBRARY_TYPES: TypeEntry[] = [
  { value: 'book', text: 'Books', holds: 'Books, comics and audiobooks', icon: BookOpen },
  { value: 'movie', text: 'Movies', holds: 'Films and their extras', icon: Clapperboard },
  { value: 'tv', text: 'TV', holds: 'Shows, seasons and episodes', icon: Tv },
  { value: 'music', text: 'Music', holds: 'Artists, albums and tracks', icon: Music },
]

export const libraryType = (type: LibraryType) => LIBRARY_TYPES.find((entry) => entry.value === type)!
export const libraryIcon = (type: LibraryType) => libraryType(type).icon
