import { useEffect, useRef } from 'react'
import { reason } from '@/api/client'
import type { Edited } from '@/api/editing'
import type { ItemKind } from '@/api/kinds'
import type { Subject } from '@/api/subject'
import { fieldName } from '@/components/metadata/field-names'
import { Button } from '@/components/ui/button'
import { ActionRow, DialogFooter } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { FieldControl } from './field-control'
import { useEditForm, type EditFormState } from './use-edit-form'
import type { LeaveGuard } from './use-leave-guard'

interface EditFormProps {
  subject: Subject
  start: Edited
  guard: LeaveGuard
  onDirty: (dirty: boolean) => void
}

export function EditForm({ subject, start, guard, onDirty }: EditFormProps) {
  const form = useEditForm(subject, start, guard.leave)
  const { fields, values, locks, errors, save, dirty } = form
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => onDirty(dirty), [dirty, onDirty])
  // The dialog was open before there was a field to have the focus.
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={box}
      className="grid gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (dirty) form.submit(false)
        else guard.leave()
      }}
    >
      {fields.map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          of={subject.itemKind}
          value={values[field.name]!}
          error={errors[field.name]?.map((text) => inWords(field.name, subject.itemKind, text)).join(' ')}
          onChange={(value) => form.set(field.name, value)}
          locked={locks.includes(field.name)}
          onTurnLock={() => form.turnLock(field.name)}
        />
      ))}
      <DialogFooter>
        <Trouble form={form} subject={subject} />
        {guard.asks ? <AskToLeave guard={guard} /> : <Actions guard={guard} busy={save.isPending} />}
      </DialogFooter>
    </form>
  )
}

/** The server names the field as the API does. */
const inWords = (field: string, of: ItemKind, text: string) =>
  text.startsWith(`${field} `) ? fieldName(field, of) + text.slice(field.length) : text

const Actions = ({ guard, busy }: { guard: LeaveGuard; busy: boolean }) => (
  <ActionRow>
    <Button onClick={guard.close} disabled={busy}>
      Cancel
    </Button>
    <Button type="submit" look="primary" busy={busy}>
      Save
    </Button>
  </ActionRow>
)

const AskToLeave = ({ guard }: { guard: LeaveGuard }) => (
  <div role="alert">
    <ActionRow>
      <p className="mr-auto self-center text-sm font-medium">There are unsaved changes.</p>
      <Button autoFocus onClick={guard.stay}>
        Keep editing
      </Button>
      <Button look="danger" onClick={guard.leave}>
        Discard
      </Button>
    </ActionRow>
  </div>
)

/** What stopped the save and does not stand at a field. */
function Trouble({ form, subject }: { form: EditFormState; subject: Subject }) {
  const { save, errors, fields, isOvertaken, isFaulty } = form
  const elsewhere = Object.keys(errors).some((name) => !fields.some((field) => field.name === name))
  if (isFaulty) return <Marked />
  if (!save.isError) return null
  if (isOvertaken) {
    return (
      <Note tone="warn" className="mb-4">
        This {subject.kind} was changed by somebody else while you edited it.
        <span className="mt-2 flex flex-wrap gap-2">
          <Button className="!h-8" onClick={() => void form.reload()}>
            Load their version
          </Button>
          <Button className="!h-8" onClick={() => form.submit(true)}>
            Overwrite with mine
          </Button>
        </span>
      </Note>
    )
  }
  if (Object.keys(errors).length > 0 && !elsewhere) return <Marked />
  return (
    <Note tone="danger" className="mb-4">
      {reason(save.error)}
    </Note>
  )
}

const Marked = () => (
  <Note tone="danger" className="mb-4">
    Not saved: look at the fields marked above.
  </Note>
)
