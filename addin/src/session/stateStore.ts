import { PortFailure } from '../excel/portError.ts'
import { EngineFailure } from './engineClient.ts'
import { messages } from './messages.ts'
import type { Busy, MessageAction, MessageCode, SessionMessage, SessionState, StepName } from './types.ts'

/** One immutable state and who listens to it. */
export class StateStore {
  #state: SessionState
  #nextMessage = 1
  readonly #listeners = new Set<() => void>()

  constructor(state: SessionState) {
    this.#state = state
  }

  get(): SessionState {
    return this.#state
  }

  set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  step(step: StepName, done = 0, rows: Busy['rows'] = null): void {
    const { busy } = this.#state
    if (busy) this.set({ busy: { ...busy, step, done, rows } })
  }

  /** Says something; what was said of the same kind before goes. */
  say(code: MessageCode, intent: SessionMessage['intent'], more = ''): void {
    const words: { readonly title: string; readonly text: string; readonly action?: MessageAction } =
      messages.notes[code]
    this.#add({
      intent,
      code,
      title: words.title,
      text: [words.text, more].filter((one) => one !== '').join(''),
      action: words.action ? { kind: words.action, label: messages.actions[words.action] } : null,
    })
  }

  /** Says what went wrong, or that a command was cancelled. */
  fail(caught: unknown): void {
    if (caught instanceof EngineFailure) {
      if (caught.stopped) this.#cancelled()
      else this.say('workerFailed', 'error')
      return
    }
    const code = caught instanceof PortFailure ? caught.error.code : 'unknown'
    if (code === 'cancelled') return this.#cancelled()
    const words = messages.errors[code]
    const sheet = caught instanceof PortFailure ? caught.error.sheet : undefined
    this.#add({
      intent: code === 'unsupported' ? 'warning' : 'error',
      code,
      title: sheet === undefined ? words.title : `${words.title}（${sheet}）`,
      text: words.text,
      action: { kind: words.action, label: messages.actions[words.action] },
    })
  }

  drop(code: SessionMessage['code']): void {
    const left = this.#state.messages.filter((one) => one.code !== code)
    if (left.length !== this.#state.messages.length) this.set({ messages: left })
  }

  dismiss(id: string): void {
    this.set({ messages: this.#state.messages.filter((one) => one.id !== id) })
  }

  /** What was said about an earlier try no longer holds. */
  forgetErrors(): void {
    this.set({ messages: this.#state.messages.filter(({ intent }) => intent === 'info') })
  }

  /** What was cancelled half-way has said more than this. */
  #cancelled(): void {
    if (this.#state.messages.some(({ code }) => code === 'halfWritten')) return
    const { title, text } = messages.errors.cancelled
    this.#add({ intent: 'info', code: 'cancelled', title, text, action: null })
  }

  #add(message: Omit<SessionMessage, 'id'>): void {
    const id = `m${this.#nextMessage++}`
    const others = this.#state.messages.filter(({ code }) => code !== message.code)
    this.set({ messages: [...others, { id, ...message }] })
  }
}
