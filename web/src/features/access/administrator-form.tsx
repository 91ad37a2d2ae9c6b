import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createAdministrator } from '@/api/access'
import { ApiError, reason } from '@/api/client'
import { keys } from '@/api/keys'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/feedback'
import { TextField } from '@/components/ui/field'

const SHORTEST_PASSWORD = 8

export function AdministratorForm({ onDone }: { onDone: () => void }) {
  const cache = useQueryClient()
  const [tooShort, setTooShort] = useState(false)
  const create = useMutation({
    mutationFn: createAdministrator,
    onSuccess: (me) => {
      cache.setQueryData(keys.me, me)
      onDone()
    },
  })
  const refusal = create.error instanceof ApiError ? create.error : null
  const fields = refusal?.fields ?? {}
  const [asksCode, setAsksCode] = useState(false)
  if (refusal?.code === 'setup_code' && !asksCode) setAsksCode(true)

  const submit = (form: FormData) => {
    const password = `${form.get('password')}`
    setTooShort(password.length < SHORTEST_PASSWORD)
    if (password.length < SHORTEST_PASSWORD) return
    const code = `${form.get('code') ?? ''}`.trim()
    create.mutate({ username: `${form.get('username')}`.trim(), password, ...(code && { code }) })
  }

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      {create.isError && <Note tone="danger">{reason(create.error)}</Note>}
      <TextField
        label="User name"
        name="username"
        autoComplete="username"
        autoFocus
        required
        error={fields.username?.[0]}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint={`${SHORTEST_PASSWORD} characters or more.`}
        error={tooShort ? `Use ${SHORTEST_PASSWORD} characters or more.` : fields.password?.[0]}
      />
      {asksCode && (
        <TextField
          label="Set-up code"
          name="code"
          autoComplete="off"
          required
          hint="Printed in the log of the server when it started."
        />
      )}
      <Button type="submit" look="primary" className="mt-2 h-10" busy={create.isPending}>
        Create administrator
      </Button>
    </form>
  )
}
