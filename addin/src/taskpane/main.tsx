import '@postloan/core/ui/ui.css'
import './taskpane.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import type { Session } from '../session/types.ts'
import { TaskPane } from './TaskPane.tsx'

/** Shows the panes of a session in this element. */
export function mount(root: HTMLElement, session: Session): void {
  createRoot(root).render(
    <StrictMode>
      <TaskPane session={session} />
    </StrictMode>,
  )
}
