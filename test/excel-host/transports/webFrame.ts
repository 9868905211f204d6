import type { Asked, Answer } from '../engine/engine.ts'
import type { Profile } from '../engine/profiles.ts'
import type { WireEvent } from '../engine/wire.ts'

/** What a transport needs to reach the engine, wherever it runs. */
export interface EngineLink {
  handle(asked: Asked): Promise<Answer>
  readonly profile: Profile
  /** Document settings of the common API, as text by key. */
  readonly settings: Map<string, string>
  readonly documentUrl: string
  readonly locale: string
}

export interface Transport {
  fire(event: WireEvent): void
  /** The user presses a ribbon button; resolves when the add-in says that it is done. */
  invokeCommand(functionName: string, buttonId: string): Promise<void>
  dispose(): void
}

export interface DialogHost {
  /** Draws the dialog; gives what the parent hears when it closes. */
  open(request: { url: string; width: number; height: number }, say: (message: unknown) => void): void
  close(): void
  tell(message: string): void
}

const REQUEST = 0
const RESPONSE = 1
const REGISTER = 1
const UNREGISTER = 2
const FOR_CALLING = 0
const FOR_EVENTING = 1
/** Numbers of the methods behind `executeMethod`. */
const RICH_API = 93
const SETTINGS_SAVE = 76
const SETTINGS_LOAD = 75
const COMMAND_COMPLETED = 94

/** As office.js writes it. */
interface RawMessage {
  readonly _messageType: number
  readonly _actionName: string
  readonly _conversationId: string
  readonly _correlationId: number
  readonly _actionType: number
  readonly _data: Readonly<Record<string, unknown>>
}

interface Message {
  readonly type: number
  readonly name: string
  readonly conversation: string
  readonly correlation: number
  readonly action: number
  readonly data: Readonly<Record<string, unknown>>
}

/** A message with names of ours, or null for one that is none of office.js. */
function readMessage(data: unknown): Message | null {
  if (typeof data !== 'string') return null
  try {
    const {
      _messageType: type,
      _actionName: name,
      _conversationId: conversation,
      _correlationId: correlation,
      _actionType: action,
      _data: content,
    } = JSON.parse(data) as RawMessage
    return { type, name, conversation, correlation, action, data: content }
  } catch {
    return null
  }
}

/**
 * Excel on the web: the host is the parent window of the add-in's frame and talks to it by messages. Nothing is added to
 * the add-in's page.
 */
export class WebFrame implements Transport {
  readonly #link: EngineLink
  readonly #frame: HTMLIFrameElement
  readonly #dialogs: DialogHost | null
  readonly #conversation = `conversation-${crypto.randomUUID()}`
  readonly #control = `control-${crypto.randomUUID()}`
  readonly #listening = new Map<string, { readonly message: Message; readonly origin: string }>()
  readonly #commands = new Map<string, () => void>()
  readonly #onMessage = (event: MessageEvent<unknown>): void => this.#receive(event)

  constructor(link: EngineLink, place: HTMLElement, url: string, dialogs: DialogHost | null = null) {
    this.#link = link
    this.#dialogs = dialogs
    window.addEventListener('message', this.#onMessage)
    this.#frame = document.createElement('iframe')
    // A frame takes its name when it is made; set later it would not be seen.
    this.#frame.name = JSON.stringify({
      baseFrameName: this.#control,
      hostInfo: `Excel$Web$16.00$${link.locale}$${crypto.randomUUID()}$$disableLogging$0`,
      xdmInfo: `${this.#conversation}|${this.#control}|${location.origin}`,
      serializerVersion: '1',
      flights: '[]',
    })
    this.#frame.title = '任务窗格'
    this.#frame.src = url
    place.replaceChildren(this.#frame)
  }

  fire(event: WireEvent): void {
    this.#event('richApiMessage', { ArrayData: [event] })
  }

  invokeCommand(functionName: string, buttonId: string): Promise<void> {
    const id = crypto.randomUUID()
    return new Promise((done, fail) => {
      this.#commands.set(id, done)
      const sent = this.#event('appCommandInvoked', [
        id,
        functionName,
        JSON.stringify({ source: { id: buttonId } }),
      ])
      if (!sent) fail(new Error('the add-in does not listen for ribbon commands'))
    })
  }

  dispose(): void {
    window.removeEventListener('message', this.#onMessage)
    this.#frame.remove()
  }

  #receive(event: MessageEvent<unknown>): void {
    if (event.source !== this.#frame.contentWindow) return
    const message = readMessage(event.data)
    if (message?.type !== REQUEST || message.conversation !== this.#conversation) return
    const { origin } = event
    const reply = (data: unknown, code = 0): void => this.#post(message, origin, data, code, FOR_CALLING)
    if (message.action === REGISTER) {
      this.#listening.set(message.name, { message, origin })
      reply({ Error: 0 })
      if (message.name === 'dialogMessageReceived') this.#openDialog(message)
    } else if (message.action === UNREGISTER) {
      this.#listening.delete(message.name)
      if (message.name === 'dialogMessageReceived') this.#dialogs?.close()
      reply({ Error: 0 })
    } else if (message.name === 'ContextActivationManager_getAppContextAsync') reply(this.#context())
    else if (message.name === 'executeMethod') void this.#execute(message.data, reply)
    else reply(null, message.name === 'ContextActivationManager_notifyHost' ? 0 : -2)
  }

  async #execute(data: Readonly<Record<string, unknown>>, reply: (data: unknown) => void): Promise<void> {
    const { DispatchId: id } = data['DdaMethod'] as { DispatchId: number }
    if (id === RICH_API) {
      const parts = data['ArrayData'] as readonly unknown[]
      const answer = await this.#link.handle({ body: String(parts[4]), flags: Number(parts[6] ?? 0) })
      if (answer.kind === 'code') reply({ Version: 1, Error: answer.code })
      else if (answer.kind === 'body') reply({ Version: 1, Error: 0, Data: [200, [], answer.body] })
      return
    }
    if (id === SETTINGS_SAVE || id === SETTINGS_LOAD) {
      const given = data['Properties']
      if (Array.isArray(given)) {
        this.#link.settings.clear()
        for (const [key, value] of given as [string, string][]) this.#link.settings.set(key, value)
      }
      reply({ Version: 1, Error: 0, Properties: [...this.#link.settings] })
      return
    }
    if (id === COMMAND_COMPLETED) {
      for (const value of Object.values(data)) {
        this.#commands.get(String(value))?.()
        this.#commands.delete(String(value))
      }
      reply({ Version: 1, Error: 0 })
      return
    }
    console.warn(`the simulated Excel has no method ${id} of the common API`)
    reply({ Version: 1, Error: 5001 })
  }

  #openDialog(message: Message): void {
    const data = message.data
    const options = (Array.isArray(data['TargetId']) ? data['TargetId'][0] : data) as Readonly<
      Record<string, unknown>
    >
    const json = Object.values(data).find((value) => typeof value === 'string' && value.includes('"url"'))
    const asked = (typeof json === 'string' ? JSON.parse(json) : options) as Readonly<Record<string, unknown>>
    this.#dialogs?.open(
      {
        url: typeof asked['url'] === 'string' ? asked['url'] : '',
        width: Number(asked['width'] ?? 50),
        height: Number(asked['height'] ?? 50),
      },
      (said) => void this.#event('dialogMessageReceived', said),
    )
  }

  #context(): Readonly<Record<string, unknown>> {
    const { profile, locale, settings, documentUrl } = this.#link
    return {
      _id: this.#control,
      _appName: 16,
      _appVersion: '16',
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: documentUrl,
      _clientMode: 0,
      _settings: [...settings],
      _reason: 'inserted',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: crypto.randomUUID(),
      _appInstanceId: this.#control,
      _appMinorVersion: 0,
      _requirementMatrix: JSON.stringify(profile.sets),
      _hostFullVersion: profile.fullVersion,
      _clientWindowHeight: this.#frame.clientHeight,
      _clientWindowWidth: this.#frame.clientWidth,
      _addinName: 'add-in',
      _appDomains: [],
      _initialDisplayMode: 2,
    }
  }

  #event(name: string, data: unknown): boolean {
    const listener = this.#listening.get(name)
    if (!listener) return false
    this.#post(listener.message, listener.origin, data, 0, FOR_EVENTING)
    return true
  }

  #post(to: Message, origin: string, data: unknown, errorCode: number, responseType: number): void {
    const out = {
      _messageType: RESPONSE,
      _actionName: to.name,
      _conversationId: to.conversation,
      _correlationId: to.correlation,
      _origin: location.origin,
      _data: data ?? null,
      _errorCode: errorCode,
      _responseType: responseType,
      _serializerVersion: 1,
    }
    this.#frame.contentWindow?.postMessage(JSON.stringify(out), origin)
  }
}
