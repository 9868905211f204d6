import { associateCommands } from '../commands/associateCommands.ts'
import { DateSystemReader } from '../excel/dateSystemReader.ts'
import { officePort } from '../excel/officePort.ts'
import { associateFunctions } from '../functions/associateFunctions.ts'
import { createSession } from '../session/createSession.ts'
import { type KeyValueStore, LocalMemory } from '../session/localMemory.ts'
import type { Session } from '../session/types.ts'
import { workerClient } from '../session/workerClient.ts'

/** Set by `start.js`, which loads office.js in every browser there is. */
interface OfficeLoading {
  state: 'loading' | 'loaded' | 'missing' | 'old'
  readonly waiting: ((state: OfficeLoading['state']) => void)[]
  readonly show?: (notice: string) => void
}

declare global {
  interface Window {
    postloanOffice?: OfficeLoading
  }
}

const BASELINE = '1.9'

async function start(): Promise<void> {
  const state = await officeLoaded()
  if (state !== 'loaded') return notice(state === 'old' ? 'notice-old' : 'notice-missing')
  let tellSession: (session: Session) => void = () => undefined
  const ready = new Promise<Session>((resolve) => {
    tellSession = resolve
  })
  // known before Excel asks for them
  const dates = new DateSystemReader()
  associateFunctions(() => dates.read())
  const { host } = await Office.onReady()
  if (host !== Office.HostType.Excel) return notice('notice-outside')
  if (!Office.context.requirements.isSetSupported('ExcelApi', BASELINE)) return notice('notice-old')
  associateCommands(ready)
  const session = await createSession({
    port: officePort(dates),
    engine: workerClient(
      () => new Worker(new URL('../session/engine/check.worker.ts', import.meta.url), { type: 'module' }),
    ),
    memory: new LocalMemory(storage()),
    theme: isDark() ? 'dark' : 'light',
    today: todayHere,
  })
  tellSession(session)
  const root = document.querySelector<HTMLElement>('#root')
  if (!root) return
  const { mount } = await import('../taskpane/main.tsx')
  mount(root, session)
}

function officeLoaded(): Promise<OfficeLoading['state']> {
  const office = window.postloanOffice
  if (!office) return Promise.resolve('missing')
  if (office.state !== 'loading') return Promise.resolve(office.state)
  return new Promise((resolve) => {
    office.waiting.push(resolve)
  })
}

function notice(id: string): void {
  window.postloanOffice?.show?.(id)
}

/** Storage may be blocked in a frame. */
function storage(): KeyValueStore | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

function isDark(): boolean {
  const background = Office.context.officeTheme?.bodyBackgroundColor
  const digits = /^#?([\da-f]{6})$/i.exec(background ?? '')?.[1]
  if (digits === undefined) return window.matchMedia('(prefers-color-scheme: dark)').matches
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16))
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128
}

function todayHere(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

try {
  await start()
} catch {
  notice('notice-failed')
}
