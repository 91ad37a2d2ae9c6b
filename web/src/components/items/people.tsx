import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Marked } from '@/components/metadata/source-mark'
import { SourceMark } from '@/components/metadata/source-mark'
import { roleName } from '@/components/metadata/field-names'
import { Button } from '@/components/ui/button'
import { capital, count } from '@/lib/format'
import { Fact, LINK } from './facts'

interface Part {
  person_id: number
  name: string
  role: string
  character: string | null
}

const isCast = ({ role }: Part) => role === 'actor' || role === 'guest_star'

/** Those behind the camera, a line a role. */
export function Crew({ people, of }: { people: Part[]; of: Marked }) {
  const crew = people.filter((person) => !isCast(person))
  const roles = [...new Set(crew.map(({ role }) => role))]
  return roles.map((role) => (
    <Fact key={role} name={capital(roleName(role))} mark={<SourceMark of={of} field="people" />}>
      {crew
        .filter((person) => person.role === role)
        .map((person, index) => (
          <span key={person.person_id}>
            {index > 0 && ', '}
            <Link to="/people/$id" params={{ id: person.person_id }} className={LINK}>
              <bdi>{person.name}</bdi>
            </Link>
          </span>
        ))}
    </Fact>
  ))
}

const SHOWN = 12

/** Those before the camera and whom they play: the first of them, all on request. */
export function Cast({ people, of }: { people: Part[]; of: Marked }) {
  const [open, setOpen] = useState(false)
  const cast = people.filter(isCast)
  if (cast.length === 0) return null
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-base font-semibold">
        Cast
        <SourceMark of={of} field="people" />
      </h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9.5rem),1fr))] gap-2">
        {(open ? cast : cast.slice(0, SHOWN)).map((person) => (
          <li
            key={`${person.person_id} ${person.character}`}
            className="rounded-xl border bg-surface px-3 py-2"
          >
            <Link
              to="/people/$id"
              params={{ id: person.person_id }}
              dir="auto"
              className="block text-sm font-medium wrap-anywhere hover:text-accent hover:underline"
            >
              {person.name}
            </Link>
            {person.character && (
              <p dir="auto" className="text-sm wrap-anywhere text-soft">
                {person.character}
              </p>
            )}
          </li>
        ))}
      </ul>
      {cast.length > SHOWN && (
        <Button look="plain" className="mt-2 -ml-3" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show fewer' : `Show all ${count(cast.length)}`}
        </Button>
      )}
    </section>
  )
}
