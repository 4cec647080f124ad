import './shell/early.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '@fontsource-variable/inter/wght.css'
import '@fontsource/noto-sans-thai/thai-400.css'
import '@fontsource/noto-sans-thai/thai-600.css'
import './shell/tokens.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { takeUpEarly } from './shell/ahead.ts'
import { Refused } from './shell/api.ts'
import { router } from './shell/router.tsx'
import { theme, tokensForMantine } from './shell/theme.ts'
import { trustNoHtml } from './shell/trusted.ts'
import { startWords } from './shell/words.ts'

trustNoHtml()
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => count < 2 && !(error instanceof Refused && error.status >= 400 && error.status < 500) },
  },
})

/** Not awaited at the top: the chunk of a screen imports this file, and would wait for it while it is waited for here. */
async function start(): Promise<void> {
  await Promise.all([startWords(), takeUpEarly(queries), router.load()])
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no root')
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={tokensForMantine} defaultColorScheme="auto">
        <Notifications position="bottom-right" />
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

void start()
