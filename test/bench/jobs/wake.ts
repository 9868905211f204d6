import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { startCreditSystem } from '../../credit-system/server.ts'
import { browserPath, buildExtension } from '../../e2e/extension/launch.ts'

/**
 * The extension's worker, stopped as the browser stops it when it is idle, and woken by typing into a loan's page: from
 * the start of its script to what the rules say (its own word), and from the key press until the panel is told of the
 * whole view. Spoken to through the browser's own port and never attached to the worker, which a debugger makes slower.
 */
const [rounds = '5'] = process.argv.slice(2)
const folder = await buildExtension()
const profile = mkdtempSync(join(tmpdir(), 'postloan-wake-'))
const site = await startCreditSystem(0)
const browser = spawn(
  browserPath ?? '',
  [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    'about:blank',
  ],
  { stdio: 'ignore' },
)

interface Target {
  readonly targetId: string
  readonly type: string
  readonly url: string
}
interface Reply {
  readonly id?: number
  readonly error?: { readonly message: string }
  readonly result?: {
    readonly targetId?: string
    readonly sessionId?: string
    readonly targetInfos?: readonly Target[]
    readonly result?: { readonly value?: unknown }
    readonly exceptionDetails?: unknown
  }
}

const waiting = new Map<number, (reply: Reply) => void>()
const socket = new WebSocket(await debuggerAddress())
socket.addEventListener('message', ({ data }) => {
  const reply: Reply = JSON.parse(String(data))
  if (reply.id !== undefined) waiting.get(reply.id)?.(reply)
})
await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))

const seconds: number[] = []
const told: number[] = []
try {
  const worker = await soon(() => theWorker(), Boolean)
  const id = new URL(worker?.url ?? '').host
  const page = await open(`${site.origin}/login.jsp`)
  await soon(() => page(`document.cookie = 'teller=330107'; location.href = '/dh/check.jsp'; true`), Boolean)
  await soon(() => page(`document.querySelectorAll('textarea').length > 0`), Boolean)
  const panel = await open(`chrome-extension://${id}/managed_schema.json`, true)
  const tab = await soon(
    () =>
      panel(
        `chrome.tabs.query({}).then((all) => all.find((one) => one.url?.includes('check.jsp'))?.id ?? 0)`,
      ),
    Boolean,
  )
  const wake = `chrome.runtime.sendMessage({ ask: 'settings' }).then((told) => told.wake)`
  await panel(
    `globalThis.told = 0; chrome.runtime.onMessage.addListener(({ news, tab }) => {
      if (news === 'page' && tab === ${Number(tab)}) told ||= performance.timeOrigin + performance.now()
    }); true`,
  )
  await soon(
    () => panel(wake),
    (value) => typeof value === 'number',
  )
  for (let round = 0; round < Number(rounds); round += 1) {
    const asleep = await theWorker()
    await send('Target.closeTarget', { targetId: asleep?.targetId })
    await soon(
      () => theWorker(),
      (found) => found === undefined,
    )
    // stopping writes the script's compiled code away
    await pause(1000)
    await panel(`told = 0`)
    const pressed = await page(
      `(() => {
        const field = document.querySelector('textarea')
        field.value = 'x${round}'
        const now = performance.timeOrigin + performance.now()
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
        field.dispatchEvent(new Event('change', { bubbles: true }))
        return now
      })()`,
    )
    const heard = await soon(() => panel(`told`), Boolean)
    told.push(Number(heard) - Number(pressed))
    seconds.push(Number(await panel(wake)) / 1000)
  }
} finally {
  browser.kill()
  await site.close()
  await pause(500)
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}
const [first = Number.NaN] = seconds
const sorted = told.toSorted((a, b) => a - b)
const counted = { first, told: (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN) / 1000 }
console.log(JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024, counted }))
process.exit(0)

async function debuggerAddress(): Promise<string> {
  const file = join(profile, 'DevToolsActivePort')
  const [port, path] = await soon(
    () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []),
    (lines) => lines.length > 1,
  )
  return `ws://127.0.0.1:${port}${path}`
}

async function send(
  method: string,
  params: object,
  sessionId?: string,
): Promise<NonNullable<Reply['result']>> {
  const id = waiting.size + 1
  const reply = await new Promise<Reply>((resolve) => {
    waiting.set(id, resolve)
    socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }))
  })
  if (reply.error) throw new Error(`${method}: ${reply.error.message}`)
  return reply.result ?? {}
}

async function theWorker(): Promise<Target | undefined> {
  const { targetInfos = [] } = await send('Target.getTargets', {})
  return targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'),
  )
}

/** A page, to run scripts in; one behind the other leaves the other in front. */
async function open(url: string, behind = false): Promise<(script: string) => Promise<unknown>> {
  const { targetId } = await send('Target.createTarget', { url, background: behind })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  return async (script) => {
    const asked = { expression: script, awaitPromise: true, returnByValue: true }
    return (await send('Runtime.evaluate', asked, sessionId)).result?.value
  }
}

async function soon<Value>(
  ask: () => Value | Promise<Value>,
  enough: (value: Value) => unknown,
): Promise<Value> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const value = await ask()
    if (enough(value)) return value
    await pause(50)
  }
  throw new Error(`not there: ${ask.toString()}`)
}
