import type { ApiSets } from '../engine/apiSets.ts'
import { type ProfileName, profiles } from '../engine/profiles.ts'
import { DesktopFrame } from '../transports/desktopFrame.ts'
import { type EngineLink, type Transport, WebFrame } from '../transports/webFrame.ts'
import { ExcelLink } from './excelLink.ts'
import type { WorkerCalls } from './excelWorker.ts'
import { type Sample, buildWindow } from './windowAround.ts'

/**
 * The window of the simulated Excel. `?profile=ltsc2021|ltsc2024|m365|web&protocol=web|desktop&addin=/addin/taskpane.html`
 */
const query = new URLSearchParams(location.search)
const profileName = (query.get('profile') ?? 'web') as ProfileName
const profile = profiles[profileName]
const isDesktop = query.get('protocol') === 'desktop'
const addin = query.get('addin') ?? ''
const pane = document.querySelector<HTMLElement>('#pane')

const excel = new ExcelLink()
const apiSets = (await (await fetch('/api-sets.json')).json()) as ApiSets
const first = await excel.call('start', { profile: profileName, apiSets })
const samples = (await (await fetch('/samples.json')).json()) as readonly Sample[]
const around = buildWindow(excel, samples, profileName)
excel.onRepaint = around.show
around.show(first)

const link: EngineLink = {
  handle: (asked) => excel.handle(asked),
  profile,
  settings: new Map(),
  documentUrl: isDesktop ? String.raw`C:\台账\工作簿1.xlsx` : `${location.origin}/工作簿1.xlsx`,
  locale: query.get('locale') ?? 'zh-CN',
}

let transport: Transport | null = null
function loadAddin(url: string): void {
  transport?.dispose()
  if (!pane || url === '') return
  transport = isDesktop ? new DesktopFrame(link, pane, `/desktop${url}`) : new WebFrame(link, pane, url)
}
excel.onEvent = (event) => transport?.fire(event)

const traced: { request: string; response: string }[] = []
excel.onTrace = (request, response) => traced.push({ request, response })

/** What tests drive; every call is answered by the worker. */
const driver = {
  call: <K extends keyof WorkerCalls>(name: K, ...args: Parameters<WorkerCalls[K]>) =>
    excel.call(name, ...args),
  user: (name: Parameters<WorkerCalls['user']>[0], ...args: readonly unknown[]) =>
    excel.call('user', name, args),
  open: (bytes: readonly number[] | Uint8Array, name: string) =>
    excel.call('open', Uint8Array.from(bytes), name),
  openFrom: async (url: string, name: string) =>
    excel.call('open', new Uint8Array(await (await fetch(url)).arrayBuffer()), name),
  /** The saved file in base64, which passes from a page to a test as it is. */
  saveAsBase64: async () => {
    const bytes = await excel.call('save')
    let text = ''
    for (let i = 0; i < bytes.length; i += 0x8000)
      text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
    return btoa(text)
  },
  loadAddin,
  pressButton: (functionName: string, buttonId = functionName) =>
    transport?.invokeCommand(functionName, buttonId) ?? Promise.reject(new Error('no add-in is loaded')),
  traced,
}
export type Driver = typeof driver
Object.assign(window, { excelHost: driver })
const [sample] =
  query.get('sample') === null ? [] : samples.filter(({ name }) => name === query.get('sample'))
if (sample) await around.openBytes(new Uint8Array(await (await fetch(sample.url)).arrayBuffer()), sample.name)
loadAddin(addin)
