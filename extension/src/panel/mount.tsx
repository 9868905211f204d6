import '@postloan/core/ui/ui.css'
import './panel.css'
import '../options/options.css'
import { UiRoot } from '@postloan/core/ui'
import { type ReactNode, StrictMode, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'

/** Shows a page of ours in the colours of the system. */
export function mount(page: ReactNode): void {
  const root = document.querySelector('#root')
  if (!root) throw new Error('the page has no root')
  createRoot(root).render(
    <StrictMode>
      <Themed>{page}</Themed>
    </StrictMode>,
  )
}

const dark = matchMedia('(prefers-color-scheme: dark)')

function Themed({ children }: { readonly children: ReactNode }) {
  const isDark = useSyncExternalStore(
    (changed) => {
      dark.addEventListener('change', changed)
      return () => dark.removeEventListener('change', changed)
    },
    () => dark.matches,
  )
  return <UiRoot theme={isDark ? 'dark' : 'light'}>{children}</UiRoot>
}
