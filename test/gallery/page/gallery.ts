import { createMemorySession } from '../../../addin/src/session/memorySession.ts'
import type { SessionState } from '../../../addin/src/session/types.ts'
import { mount } from '../../../addin/src/taskpane/main.tsx'
import { overlay } from './overlay.ts'
import { sheetsOf, type GalleryBook } from './sheetsOf.ts'

const checking: Pick<SessionState, 'busy'> = {
  busy: {
    task: 'check',
    steps: ['read', 'recognise', 'check'],
    step: 'check',
    done: 0.42,
    rows: [2960, 4812],
    cancellable: true,
  },
}
const making: Pick<SessionState, 'busy'> = {
  busy: { task: 'documents', steps: ['make'], step: 'make', done: 0.4, rows: [12, 29], cancellable: true },
}
let leave: (() => void) | undefined

/** The panes over a workbook in memory, in place of those before: `book=sample&theme=dark&busy=check`. */
async function show(query: string): Promise<void> {
  leave?.()
  delete document.documentElement.dataset['ready']
  const wanted = new URLSearchParams(query)
  const { session, port } = await createMemorySession(
    await sheetsOf((wanted.get('book') ?? 'sample') as GalleryBook),
  )
  const [sheet] = port.sheets
  if (wanted.has('protected') && sheet) sheet.isProtected = true
  port.fileName = '某某支行贷款台账(2026年10月).xlsx'
  const shown = overlay(session, {
    host: { ...session.getState().host, theme: wanted.get('theme') === 'dark' ? 'dark' : 'light' },
    ...(wanted.get('busy') === 'check' ? checking : {}),
    ...(wanted.get('busy') === 'documents' ? making : {}),
  })
  const root = document.querySelector<HTMLElement>('#root')
  if (root) leave = mount(root, shown)
  /** For tests: edits a cell as a person would, selects one, and tells which is selected. */
  Object.assign(window, {
    typeInto(row: number, column: number, value: string | number): void {
      if (!sheet) return
      sheet.put(row, column, value)
      port.emit({
        kind: 'cells',
        sheet: sheet.id,
        area: { top: row, left: column, bottom: row + 1, right: column + 1 },
      })
    },
    selectRow(row: number): void {
      if (sheet) port.emit({ kind: 'selection', sheet: sheet.id, row, column: 0 })
    },
    selected: () => port.selected,
  })
  document.documentElement.dataset['ready'] = 'yes'
}

Object.assign(window, { show })
await show(location.search)
