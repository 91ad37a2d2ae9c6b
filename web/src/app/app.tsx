import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Toaster } from 'sonner'
import { TooltipScope } from '@/components/ui/tooltip'
import { useTheme } from '@/lib/theme'
import { cache } from './cache'
import { router } from './router'

export function App() {
  return (
    <QueryClientProvider client={cache}>
      <TooltipScope>
        <RouterProvider router={router} />
        <Toasts />
      </TooltipScope>
    </QueryClientProvider>
  )
}

const Toasts = () => <Toaster theme={useTheme()} position="bottom-right" closeButton gap={10} />
