import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { ApiError } from '@/api/client'
import { edit, editedQuery, type Edited } from '@/api/editing'
import { setLock } from '@/api/evidence'
import { refreshShown } from '@/api/refresh-shown'
import type { Subject } from '@/api/subject'
import { capital } from '@/lib/format'
import {
  changesOf,
  faultsOf,
  fieldsOf,
  shownValue,
  toForm,
  type FormValue,
  type FormValues,
} from './form-values'

/** What is typed, against what was there; saving sends the difference only. */
export function useEditForm(subject: Subject, start: Edited, onSaved: () => void) {
  const cache = useQueryClient()
  const fields = fieldsOf(subject.kind, start.value)
  const valuesOf = ({ value }: Edited): FormValues =>
    Object.fromEntries(
      fields.map(({ name, type }) => [name, toForm(type, shownValue(subject.kind, value, name))]),
    )
  const [base, setBase] = useState(start)
  const [values, setValues] = useState(() => valuesOf(start))
  const [tried, setTried] = useState(false)
  const [locks, setLocks] = useState<readonly string[]>(start.value.locks)

  const changes = changesOf(fields, valuesOf(base), values)
  const faults = faultsOf(fields, changes, values)
  const isFaulty = Object.keys(faults).length > 0
  const turned = fields
    .map(({ name }) => name)
    .filter((name) => locks.includes(name) !== base.value.locks.includes(name))

  const save = useMutation({
    mutationFn: async ({ overwrite }: { overwrite: boolean }) => {
      if (Object.keys(changes).length > 0) setBase(await edit(subject, changes, overwrite ? null : base.etag))
      // After the edit, so that a lock holds what was just said.
      for (const name of turned) await setLock(subject, name, locks.includes(name))
    },
    onSuccess: async () => {
      toast.success(`${capital(subject.kind)} saved`)
      await refreshShown(cache, subject.itemId, subject.libraryId)
      onSaved()
    },
  })

  const reload = async () => {
    const fresh = await cache.fetchQuery({ ...editedQuery(subject), staleTime: 0 })
    setBase(fresh)
    setValues(valuesOf(fresh))
    setLocks(fresh.value.locks)
    save.reset()
  }

  /** What the form finds wrong is not sent. */
  const submit = (overwrite: boolean) => {
    setTried(true)
    if (!isFaulty) save.mutate({ overwrite })
  }

  const { error } = save
  return {
    fields,
    values,
    locks,
    save,
    submit,
    reload,
    /** Saving was tried, and the form found faults that are still there. */
    isFaulty: tried && isFaulty,
    dirty: Object.keys(changes).length > 0 || turned.length > 0,
    isOvertaken: error instanceof ApiError && error.status === 412,
    errors: { ...(error instanceof ApiError ? error.fields : {}), ...(tried ? faults : {}) },
    set: (name: string, value: FormValue) => setValues((last) => ({ ...last, [name]: value })),
    turnLock: (name: string) =>
      setLocks((last) => (last.includes(name) ? last.filter((other) => other !== name) : [...last, name])),
  }
}

export type EditFormState = ReturnType<typeof useEditForm>
