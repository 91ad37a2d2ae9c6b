import { useMutation, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { keys } from '@/api/keys'
import { addAlias, removeAlias, type NameKind } from '@/api/names'
import type { NameDetail } from '@/api/types'
import { Button, IconButton } from '@/components/ui/button'
import { FieldGroup, Input } from '@/components/ui/field'
import { refusalOf } from './name-refusal'

interface NameAliasesProps {
  kind: NameKind
  name: NameDetail
}

/** The other names of a person, series or term, each added and taken away by itself. */
export function NameAliases({ kind, name }: NameAliasesProps) {
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const add = useMutation({
    mutationFn: (alias: string) => addAlias(kind, name.id, alias),
    onSuccess: async () => {
      setTyped('')
      await cache.invalidateQueries({ queryKey: keys.names })
    },
  })
  const remove = useMutation({
    mutationFn: (alias: string) => removeAlias(kind, name.id, alias),
    onSuccess: () => cache.invalidateQueries(),
    onError: (error) => toast.error(reason(error)),
  })
  const said = typed.trim()
  const submit = () => {
    if (said && !add.isPending) add.mutate(said)
  }
  return (
    <FieldGroup
      label="Also known as"
      hint="Files that say one of these mean the same. Added and removed at once."
      error={add.isError ? (refusalOf(add.error) ?? reason(add.error)) : undefined}
    >
      {name.aliases.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {name.aliases.map((alias) => (
            <li key={alias} className="flex max-w-full items-center gap-1 rounded-2xl bg-sunken pl-3 text-sm">
              <span dir="auto" className="min-w-0 py-1 break-words">
                {alias}
              </span>
              <IconButton
                aria-label={`Remove ${alias}`}
                className="size-8 rounded-full"
                disabled={remove.isPending}
                onClick={() => remove.mutate(alias)}
              >
                <X />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <Input
          aria-label="Another name"
          placeholder="Another name"
          value={typed}
          maxLength={500}
          dir="auto"
          aria-invalid={add.isError}
          onChange={(event) => {
            setTyped(event.target.value)
            add.reset()
          }}
          // Enter here adds the alias; it does not save the form around it.
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            submit()
          }}
        />
        <Button busy={add.isPending} disabled={!said} onClick={submit}>
          Add
        </Button>
      </div>
    </FieldGroup>
  )
}
