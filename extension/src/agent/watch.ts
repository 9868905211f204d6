/** Re-readings in a row that found nothing new before the watch stops until the person does something. */
const fruitlessLimit = 30
const shortest = 120
const longest = 5000

export interface WatchEvents {
  /** The page has changed; read it again. */
  readonly changed: () => void
  /** Someone types or chooses in this element. */
  readonly typed: (target: Element) => void
  readonly pressed: (target: Element) => void
  readonly stepped: (by: 1 | -1) => void
  readonly gone: () => void
}

/**
 * Notices changes at a cost that does not grow with them: the observer is let go at the first record and taken up
 * again when the page is read, so a page that churns costs one callback per reading.
 */
export class Watch {
  readonly #document: Document
  readonly #events: WatchEvents
  readonly #observer: MutationObserver
  readonly #stop = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined
  #due = Number.POSITIVE_INFINITY
  #fruitless = 0
  #cost = 0

  constructor(document: Document, ours: () => Element | null, events: WatchEvents) {
    this.#document = document
    this.#events = events
    this.#observer = new MutationObserver((records) => {
      const host = ours()
      if (records.every((record) => onlyOurs(record, host))) return
      this.#observer.disconnect()
      this.soon(this.#delay())
    })
    this.#listen()
  }

  /** Watches from now on; called just before the page is read, so that nothing is missed. */
  observe(roots: readonly Node[] = []): void {
    this.#observer.disconnect()
    if (this.#stop.signal.aborted || this.#fruitless >= fruitlessLimit) return
    for (const root of [this.#document, ...roots]) {
      this.#observer.observe(root, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['class', 'style', 'hidden', 'disabled', 'readonly', 'value', 'checked', 'open'],
      })
    }
  }

  /** Tells what the last reading cost and whether it found anything new. */
  told(milliseconds: number, fruitful: boolean): void {
    this.#cost = milliseconds
    this.#fruitless = fruitful ? 0 : this.#fruitless + 1
    if (this.#fruitless >= fruitlessLimit) this.#observer.disconnect()
  }

  /** Has the page read again after so long, or sooner where that was asked for before. */
  soon(milliseconds: number): void {
    const due = performance.now() + milliseconds
    if (due >= this.#due || this.#stop.signal.aborted) return
    clearTimeout(this.#timer)
    this.#due = due
    this.#timer = setTimeout(() => {
      this.#due = Number.POSITIVE_INFINITY
      this.#events.changed()
    }, milliseconds)
  }

  stop(): void {
    this.#stop.abort()
    this.#observer.disconnect()
    clearTimeout(this.#timer)
  }

  /** At most a twentieth of the time goes into reading; less when readings find nothing new. */
  #delay(): number {
    return Math.min(longest, Math.max(shortest, this.#cost * 20) * 1.25 ** this.#fruitless)
  }

  #listen(): void {
    const on = (type: string, act: (event: Event) => void): void => {
      this.#document.addEventListener(type, act, { capture: true, passive: true, signal: this.#stop.signal })
    }
    const typed = (event: Event): void => {
      const target = event.composedPath()[0]
      if (target instanceof Element) this.#events.typed(target)
      this.#wake()
    }
    on('input', typed)
    on('change', typed)
    on('click', (event) => {
      const target = event.composedPath()[0]
      if (target instanceof Element && event.isTrusted) this.#events.pressed(target)
      // old pages fill their fields by script after a click, which neither fires an event nor changes the tree
      this.#wake()
      this.soon(Math.max(300, this.#cost * 10))
    })
    on('submit', (event) => {
      const submitter = event instanceof SubmitEvent ? event.submitter : null
      if (submitter) this.#events.pressed(submitter)
    })
    on('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.isTrusted && event.altKey && event.code === 'KeyJ') {
        this.#events.stepped(event.shiftKey ? -1 : 1)
      }
    })
    addEventListener('pagehide', () => this.#events.gone(), { signal: this.#stop.signal })
    // after loading, and when a page that the browser had kept is shown again
    addEventListener('pageshow', () => this.soon(shortest), { signal: this.#stop.signal })
  }

  #wake(): void {
    if (this.#fruitless < fruitlessLimit) return
    this.#fruitless = 0
    this.observe()
  }
}

/** What we put in; that the page took it out is news. */
function onlyOurs({ addedNodes, removedNodes }: MutationRecord, host: Element | null): boolean {
  return addedNodes.length > 0 && removedNodes.length === 0 && [...addedNodes].every((node) => node === host)
}
