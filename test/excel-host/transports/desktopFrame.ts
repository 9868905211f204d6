import type { WireEvent } from '../engine/wire.ts'
import type { EngineLink, Transport } from './webFrame.ts'

/** Stands for the arrays (SAFEARRAY) that the desktop program hands to script. */
function hostArray(items: readonly unknown[]): object {
  return {
    toArray: () => items,
    dimensions: () => 1,
    ubound: () => items.length - 1,
    lbound: () => 0,
    getItem: (i: number) => items[i],
  }
}

type Callback = (answer: object) => void
type Handler = (event: number, data: object) => void

const RICH_API = 93
const COMMAND_COMPLETED = 94
const RICH_API_MESSAGE = 33
const APP_COMMAND = 39

/**
 * Excel on Windows: the program puts methods on `window.external` of the page before its scripts run. The page that
 * is served for this protocol begins with a script that fetches them from its parent window (`desktopBridge.js`).
 */
export class DesktopFrame implements Transport {
  readonly #link: EngineLink
  readonly #frame: HTMLIFrameElement
  #handlers: { readonly event: number; readonly handler: Handler }[] = []
  readonly #commands = new Map<string, () => void>()

  constructor(link: EngineLink, place: HTMLElement, url: string) {
    this.#link = link
    this.#frame = document.createElement('iframe')
    this.#frame.title = '任务窗格'
    Object.assign(window, { desktopExternal: () => this.#external() })
    this.#frame.src = url
    place.replaceChildren(this.#frame)
  }

  fire(event: WireEvent): void {
    // One event per message: two of them would be taken for the data of a table.
    this.#raise(RICH_API_MESSAGE, hostArray([hostArray(event)]))
  }

  invokeCommand(functionName: string, buttonId: string): Promise<void> {
    const id = crypto.randomUUID()
    return new Promise((done, fail) => {
      this.#commands.set(id, done)
      const source = JSON.stringify({ source: { id: buttonId } })
      if (!this.#raise(APP_COMMAND, hostArray([id, functionName, source]))) {
        fail(new Error('the add-in does not listen for ribbon commands'))
      }
    })
  }

  dispose(): void {
    this.#frame.remove()
  }

  #raise(event: number, data: object): boolean {
    const heard = this.#handlers.filter((one) => one.event === event)
    for (const { handler } of heard) handler(event, data)
    return heard.length > 0
  }

  #execute(id: number, params: readonly unknown[], callback: Callback): void {
    if (id === RICH_API) {
      const parts = params[0] as readonly unknown[]
      void this.#answer(parts, callback)
      return
    }
    if (id === COMMAND_COMPLETED) {
      for (const value of params.flat()) {
        this.#commands.get(String(value))?.()
        this.#commands.delete(String(value))
      }
      setTimeout(() => callback(hostArray([0])))
      return
    }
    setTimeout(() => callback(hostArray([5001, ''])))
  }

  async #answer(parts: readonly unknown[], callback: Callback): Promise<void> {
    const answer = await this.#link.handle({ body: String(parts[4]), flags: Number(parts[6] ?? 0) })
    if (answer.kind === 'code') callback(hostArray([answer.code, '']))
    else if (answer.kind === 'body') callback(hostArray([0, hostArray([200, hostArray([]), answer.body])]))
  }

  #external(): Readonly<Record<string, unknown>> {
    const { profile, locale } = this.#link
    return {
      GetHostInfo: () => `Excel|Win32|16.01|${locale}|correlation||disableLogging|0`,
      GetLoggingAllowed: () => false,
      GetContext: () => this.#context(),
      Execute: (id: number, params: readonly unknown[], callback: Callback) =>
        this.#execute(id, params, callback),
      RegisterEvent: (event: number, _target: string, handler: Handler, callback: Callback) => {
        this.#handlers.push({ event, handler })
        callback(hostArray([0]))
      },
      UnregisterEvent: (event: number, _target: string, callback: Callback) => {
        this.#handlers = this.#handlers.filter((one) => one.event !== event)
        callback(hostArray([0]))
      },
      MessageParent: () => {},
      MessageParent2: () => {},
      MessageChild: () => {},
      MessageChild2: () => {},
      platform: profile.platform,
    }
  }

  #context(): Readonly<Record<string, unknown>> {
    const { profile, locale, settings, documentUrl } = this.#link
    const theme = {
      primaryFontColor: 0,
      primaryBackgroundColor: 0xffffff,
      secondaryFontColor: 0,
      secondaryBackgroundColor: 0xf2f2f2,
    }
    return {
      GetAppType: () => 1,
      GetSolutionRef: () => 'control',
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 1,
      GetAppUILocale: () => locale,
      GetAppDataLocale: () => locale,
      GetDocUrl: () => documentUrl,
      GetAppCapabilities: () => 0,
      GetActivationMode: () => 1,
      GetControlIntegrationLevel: () => 1,
      GetSolutionToken: () => '',
      GetCorrelationId: () => 'correlation',
      GetInstanceId: () => 'control',
      GetTouchEnabled: () => false,
      GetSupportedMatrix: () => JSON.stringify(profile.sets),
      GetHostFullVersion: () => profile.fullVersion,
      GetHostCustomMessage: () => '',
      GetInitialDisplayMode: () => 2,
      GetOfficeThemeInfo: () => JSON.stringify(theme),
      GetSettings: () => ({
        Read: (keys: string[], values: string[]) => {
          for (const [key, value] of settings) {
            keys.push(key)
            values.push(value)
          }
        },
        Write: (keys: readonly string[], values: readonly string[]) => {
          settings.clear()
          for (const [i, key] of keys.entries()) settings.set(key, values[i] ?? '')
        },
        RefreshAsync: (done: () => void) => done(),
      }),
    }
  }
}
