/// <reference types="office-js" />
import { scenarios } from '../conformance/scenarios.ts'
import { messages } from './messages.ts'

/** One line that office.js logged: a request, a response, or what stands between them. */
interface Logged {
  readonly scenario: string
  readonly at: number
  readonly line: string
}

interface Outcome {
  readonly name: string
  readonly expected: unknown
  readonly answer: unknown
}

const log: Logged[] = []
let current = ''

/** office.js prints what it sends and gets when its own switch is on; the console is where it prints. */
function listen(): void {
  const { log: print } = console
  console.log = (...parts: unknown[]): void => {
    log.push({ scenario: current, at: Math.round(performance.now()), line: parts.map(String).join(' ') })
    print(...parts)
  }
  // The switch is not in the type declarations.
  const { CoreUtility } = OfficeExtension as unknown as { CoreUtility: object }
  Object.assign(CoreUtility, { _logEnabled: true })
}

async function answerOf(run: () => Promise<unknown>): Promise<unknown> {
  try {
    return { result: await run() }
  } catch (caught) {
    if (caught instanceof OfficeExtension.Error) return { code: caught.code, message: caught.message }
    return { thrown: String(caught) }
  }
}

/** As text, whatever order the keys were written in. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

const state = document.querySelector('#state')
const list = document.querySelector('#list')
const start = document.querySelector<HTMLButtonElement>('#start')
const save = document.querySelector<HTMLButtonElement>('#save')
const say = (text: string): void => {
  if (state) state.textContent = text
}
function note(text: string, isDifferent: boolean): void {
  const item = document.createElement('li')
  item.textContent = text
  if (isDifferent) item.className = 'different'
  list?.append(item)
}

const outcomes: Outcome[] = []
async function record(): Promise<void> {
  listen()
  if (start) start.disabled = true
  let different = 0
  for (const { name, needs, expected, run } of scenarios) {
    if (!Office.context.requirements.isSetSupported('ExcelApi', needs)) {
      note(messages.left(name), false)
      continue
    }
    current = name
    say(messages.running(name))
    const answer = await answerOf(run)
    outcomes.push({ name, expected, answer })
    const isSame = ordered(answer) === ordered({ result: expected })
    if (!isSame) different++
    note(isSame ? messages.same(name) : messages.different(name), !isSame)
  }
  current = ''
  say(messages.done(outcomes.length - different, different))
  if (save) save.disabled = false
}

function saveRecord(): void {
  const { diagnostics } = Office.context
  const text = JSON.stringify(
    { version: diagnostics.version, platform: diagnostics.platform, outcomes, log },
    null,
    1,
  )
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = `excel-${diagnostics.version}.json`
  link.click()
}

const { host, platform } = await Office.onReady()
// Where there is no Excel office.js still answers, with no host.
if (host as unknown) {
  say(messages.ready(String(platform)))
  if (start) start.disabled = false
} else say(messages.noExcel)
start?.addEventListener('click', () => void record())
save?.addEventListener('click', saveRecord)
