import { useId } from 'react'
import { ApiError, reason } from '@/api/client'
import type { Provider } from '@/api/types'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/check-field'
import { Note } from '@/components/ui/feedback'
import { FieldGroup, Input, TextField } from '@/components/ui/field'
import { KeyField } from './key-field'
import { limitText } from './provider-text'
import { TestAnswer } from './test-answer'
import { useProviderForm, type ProviderForm as Form } from './use-provider-form'

/** Switch, key, and where and how often it is asked. */
export function ProviderForm({ provider }: { provider: Provider }) {
  const form = useProviderForm(provider)
  const { values, change, isChanged, save, test } = form
  const fields = save.error instanceof ApiError ? save.error.fields : {}
  return (
    <form
      aria-label={`Settings of ${provider.title}`}
      className="mt-4 grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {save.isError && Object.keys(fields).length === 0 && <Note tone="danger">{reason(save.error)}</Note>}
      <CheckField
        label={`Ask ${provider.title}`}
        checked={values.enabled}
        onChange={(enabled) => change({ enabled })}
      />
      {provider.key !== 'none' && (
        <KeyField
          provider={provider}
          edit={values.key}
          error={fields.key?.[0]}
          onChange={(key) => change({ key })}
        />
      )}
      <Advanced provider={provider} form={form} fields={fields} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" busy={save.isPending && !test.isPending} disabled={!isChanged}>
          Save
        </Button>
        <Button busy={test.isPending} onClick={() => test.mutate()}>
          {isChanged ? 'Save and test' : 'Test'}
        </Button>
        <TestAnswer test={test} />
      </div>
    </form>
  )
}

interface AdvancedProps {
  provider: Provider
  form: Form
  fields: Record<string, string[]>
}

function Advanced({ provider, form: { values, change }, fields }: AdvancedProps) {
  const note = useId()
  const wrong = (fields.address ?? fields.limit) !== undefined
  return (
    <details open={wrong || undefined}>
      <summary className="w-fit rounded text-sm font-medium text-soft hover:text-ink">Advanced</summary>
      <div className="mt-3 grid gap-4">
        <TextField
          label="Address"
          value={values.address}
          placeholder={provider.default_address}
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
          error={fields.address?.[0]}
          hint="Of a mirror or a proxy. Empty: the provider’s own."
          onChange={(event) => change({ address: event.target.value })}
        />
        <FieldGroup
          label="Limit"
          error={fields.limit?.[0]}
          hint={`The provider’s own is ${limitText(provider.default_limit)}. 0 requests: no limit.`}
        >
          <div className="flex flex-wrap items-center gap-2 text-sm">
            <Input
              type="number"
              aria-label="Requests"
              aria-describedby={note}
              min={0}
              max={100_000}
              required
              className="!w-24"
              value={values.requests}
              onChange={(event) => change({ requests: event.target.value })}
            />
            <span id={note}>requests in</span>
            <Input
              type="number"
              aria-label="Seconds"
              min={1}
              max={86_400}
              required
              className="!w-24"
              value={values.seconds}
              onChange={(event) => change({ seconds: event.target.value })}
            />
            <span>seconds</span>
          </div>
        </FieldGroup>
      </div>
    </details>
  )
}
