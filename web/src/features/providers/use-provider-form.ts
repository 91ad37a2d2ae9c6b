import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import { changeProvider, testProvider } from '@/api/providers'
import type { Provider, ProviderChange } from '@/api/types'
import type { KeyEdit } from './key-field'

interface Values {
  enabled: boolean
  key: KeyEdit
  address: string
  requests: string
  seconds: string
}

/** How a provider is asked, as it is and as it is typed; what was not touched is not sent. */
export function useProviderForm(provider: Provider) {
  const cache = useQueryClient()
  const saved = valuesOf(provider)
  const [typed, setTyped] = useState<Partial<Values>>({})
  const values = { ...saved, ...typed }
  const body = changeOf(saved, values)
  const isChanged = Object.keys(body).length > 0

  const save = useMutation({
    mutationFn: () => changeProvider(provider.name, body),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.providers })
      setTyped({})
      toast.success(`${provider.title} saved`)
    },
  })
  const test = useMutation({
    mutationFn: async () => {
      if (isChanged) await save.mutateAsync()
      return testProvider(provider.name)
    },
    // A failed one may have told something about the key.
    onSettled: () => cache.invalidateQueries({ queryKey: keys.providers }),
  })
  const change = (next: Partial<Values>) => {
    test.reset()
    setTyped({ ...typed, ...next })
  }
  return { values, change, isChanged, save, test }
}

export type ProviderForm = ReturnType<typeof useProviderForm>

const valuesOf = (provider: Provider): Values => ({
  enabled: provider.enabled,
  key: 'keep',
  address: provider.address === provider.default_address ? '' : provider.address,
  requests: `${provider.limit?.requests ?? 0}`,
  seconds: `${provider.limit?.seconds ?? 1}`,
})

function changeOf(saved: Values, values: Values): ProviderChange {
  const { enabled, key, address, requests, seconds } = values
  return {
    ...(enabled !== saved.enabled && { enabled }),
    ...(key === 'remove' && { key: '' }),
    ...(typeof key !== 'string' && key.text.trim() && { key: key.text.trim() }),
    ...(address.trim() !== saved.address && { address: address.trim() }),
    ...((requests !== saved.requests || seconds !== saved.seconds) && {
      limit: { requests: Number(requests), seconds: Number(seconds) },
    }),
  }
}
