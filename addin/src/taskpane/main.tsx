import '@postloan/core/ui/ui.css'
import './taskpane.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import type { Session } from '../session/types.ts'
import { TaskPane } from './TaskPane.tsx'

/** Shows the panes of a session in this element; what it gives takes them away again. */
export function mount(element: HTMLElement, session: Session): () => void {
  const root = createRoot(element)
  root.render(
    <StrictMode>
      <TaskPane session={session} />
    </StrictMode>,
  )
  return () => root.unmount()
}
