import { useMutation, useQueryClient } from '@tanstack/react-query'
import { signIn } from '@/api/access'
import { reason } from '@/api/client'
import { keys } from '@/api/keys'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/feedback'
import { TextField } from '@/components/ui/field'

export function LoginForm({ onDone }: { onDone: () => void }) {
  const cache = useQueryClient()
  const login = useMutation({
    mutationFn: signIn,
    onSuccess: (me) => {
      cache.setQueryData(keys.me, me)
      onDone()
    },
  })
  const submit = (form: FormData) =>
    login.mutate({ username: `${form.get('username')}`, password: `${form.get('password')}` })

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      {login.isError && <Note tone="danger">{reason(login.error)}</Note>}
      <TextField label="User name" name="username" autoComplete="username" autoFocus required />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" look="primary" className="mt-2 h-10" busy={login.isPending}>
        Sign in
      </Button>
    </form>
  )
}
