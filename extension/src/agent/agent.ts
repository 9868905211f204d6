import type {
  AgentMessage,
  AgentOrder,
  FrameFacts,
  Located,
  Locator,
  MarkTarget,
  PageReport,
  ReadField,
  Stands,
} from '../protocol/index.ts'
import { type MarkedElement, Overlay } from './draw/overlay.ts'
import { Pointer } from './draw/point.ts'
import { plain } from './read/labelText.ts'
import { Locators } from './read/locate.ts'
import { cutValue, type Kept, type KeptField, Keys, makeReport } from './read/makeReport.ts'
import { nativeControl } from './read/nativeControl.ts'
import { pressedText } from './read/queryForms.ts'
import { readPage } from './read/readPage.ts'
import { placeOf } from './read/seen.ts'
import { widgetAt } from './read/widgets.ts'
import * as words from './read/words.ts'
import { inSlices, type Spent } from './slices.ts'
import { Watch } from './watch.ts'

export interface Transport {
  /** False when the extension behind the page is gone, for instance because it was updated. */
  send(message: AgentMessage): boolean
  /** Address of the framed panel page is taken only from here. */
  readonly own: string
}

/** The agent of one frame: reads, reports, draws. It knows no rule and changes nothing of the page. */
export class Agent {
  readonly #document: Document
  readonly #transport: Transport
  readonly #keys = new Keys()
  // randomUUID exists only on secure pages, which an intranet rarely has
  readonly #name = crypto.getRandomValues(new Uint32Array(3)).join()
  readonly #overlay: Overlay
  readonly #pointer: Pointer
  #watch: Watch | undefined
  #kept: Kept = { fields: [], grids: [], leftOut: [] }
  #number = 0
  /** What the engine was told last. */
  #told: Omit<PageReport, 'number' | 'cost' | 'leftOut' | 'cut'> | undefined
  /** By which page maps find fields and grids here. */
  #selectors: readonly string[] = []
  #reading = false
  #again = false
  #on = false
  #savedAt = Number.NEGATIVE_INFINITY

  constructor(document: Document, transport: Transport) {
    this.#document = document
    this.#transport = transport
    this.#overlay = new Overlay(document, {
      chosen: (id) => this.#send({ type: 'markChosen', document: this.#name, id }),
      moved: (place) => this.#send({ type: 'dockMoved', place }),
      lost: () => this.#send({ type: 'dockLost' }),
      own: transport.own,
    })
    this.#pointer = new Pointer(document, this.#overlay, {
      fieldAt: (target) => this.#keptAt(target),
      hovered: (field) => this.#send({ type: 'hovered', document: this.#name, field }),
      pointed: (kept) => {
        const { field } = kept
        const locator = { ...field.locator, selector: new Locators(document).selector(nativeOf(kept)) }
        this.#send({ type: 'pointed', document: this.#name, field: { ...field, locator } })
      },
    })
  }

  start(): void {
    if (this.#on) return
    this.#on = true
    this.#watch = new Watch(this.#document, () => this.#overlay.host, {
      changed: () => void this.#read(),
      typed: (target) => this.#typed(target),
      pressed: (target) => this.#pressed(target),
      stepped: (by) => this.#send({ type: 'step', by }),
      gone: () => {
        // the browser may keep the page and show it again
        this.#told = undefined
        this.#send({ type: 'gone', document: this.#name })
      },
    })
    void this.#read()
  }

  /** Leaves nothing behind: no element, observer, listener or timer. */
  stop(): void {
    this.#on = false
    this.#watch?.stop()
    this.#watch = undefined
    this.#pointer.set(false, [])
    this.#overlay.remove()
    this.#told = undefined
  }

  /** Does what the engine or the panel asks; an answer is given to `locate` and `places` only. */
  take(order: AgentOrder): readonly Located[] | readonly Stands[] | undefined {
    if (order.type === 'switch') {
      if (order.on) this.start()
      else this.stop()
      return undefined
    }
    if (!this.#on) return order.type === 'locate' || order.type === 'places' ? [] : undefined
    switch (order.type) {
      case 'marks': {
        if (order.document !== this.#name) return undefined
        const unplaced = this.#overlay.show(order.marks, order.look, (at) => this.#targetOf(at))
        this.#send({ type: 'placed', document: this.#name, unplaced })
        return undefined
      }
      case 'current':
        this.#overlay.setCurrent(order.id, order.scroll)
        return undefined
      case 'pointing':
        this.#pointer.set(
          order.on,
          order.assigned.flatMap((locator) => this.#find(locator)?.element ?? []),
        )
        return undefined
      case 'rescan':
        this.#told = undefined
        void this.#read()
        return undefined
      case 'selectors':
        if (order.selectors.join() !== this.#selectors.join()) {
          this.#selectors = order.selectors
          void this.#read()
        }
        return undefined
      case 'places': {
        const locators = new Locators(this.#document)
        const { fields, grids } = this.#kept
        return [
          ...fields.map((kept) => ({ ...kept, key: kept.field.key, native: nativeOf(kept) })),
          ...grids.map(({ grid, element }) => ({ element, key: grid.key, native: element })),
        ].map(({ key, element, native }) => ({
          key,
          place: placeOf(element),
          selector: locators.selector(native),
        }))
      }
      case 'dock':
        if (self === top) this.#overlay.setDock(order.frame)
        return undefined
      case 'locate':
        return order.locators.map((locator) => {
          const field = this.#find(locator)?.field ?? null
          return { found: field ? 1 : 0, field }
        })
    }
  }

  async #read(): Promise<void> {
    if (this.#reading) {
      this.#again = true
      return
    }
    this.#reading = true
    const stopped = (): boolean => !this.#on
    try {
      const spent: Spent = { milliseconds: 0, slices: 0, longest: 0 }
      this.#watch?.observe()
      const page = await inSlices(readPage(this.#document, this.#overlay.host), spent, stopped)
      if (!page) return
      const kept = await inSlices(makeReport(page, this.#keys), spent, stopped)
      if (!kept) return
      if (page.shadows.length > 0) this.#watch?.observe(page.shadows)
      this.#kept = kept
      for (const selector of this.#selectors) {
        const element = this.#query(selector)
        const found =
          this.#fieldOf(element)?.field ?? kept.grids.find((one) => one.element.contains(element))?.grid
        if (found) Object.assign(found.locator, { selector })
      }
      const told = {
        frame: this.#frame(page.headings),
        fields: kept.fields.map(({ field }) => field),
        grids: kept.grids.map(({ grid }) => grid),
        saves: page.saves.slice(0, 50),
      }
      const fruitful = !this.#told || JSON.stringify(told) !== JSON.stringify(this.#told)
      this.#watch?.told(spent.milliseconds, fruitful)
      this.#overlay.place()
      if (!fruitful) return
      this.#told = told
      this.#number++
      const { leftOut } = kept
      this.#send({
        type: 'report',
        report: { ...told, number: this.#number, leftOut, cost: spent, cut: page.cut },
      })
    } finally {
      this.#reading = false
      if (this.#again && this.#on) {
        this.#again = false
        this.#watch?.soon(150)
      }
    }
  }

  #frame(headings: readonly string[]): FrameFacts {
    const { location, title } = this.#document
    return {
      document: this.#name,
      top: self === top,
      host: location.host.slice(0, 200),
      path: location.pathname.slice(0, 500),
      name: self === top ? '' : frameName(),
      title: plain(title.slice(0, 200)),
      headings: headings.map((heading) => heading.slice(0, 100)),
      visible: innerWidth > 1 && innerHeight > 1,
    }
  }

  #send(message: AgentMessage): void {
    if (!this.#transport.send(message)) this.stop()
  }

  /** A field typed into is reported by itself at once; the whole page follows when the typing rests. */
  #typed(target: Element): void {
    const index = this.#indexAt(target)
    const kept = this.#kept.fields[index]
    const control = kept?.pair.control
    if (!kept || !control || control.parts) {
      this.#watch?.soon(60)
      return
    }
    const fresh = widgetAt(control.element) ?? nativeControl(control.element)
    this.#watch?.soon(400)
    if (!fresh) return
    const cut = cutValue(fresh.value, fresh.shown)
    if (cut.value === kept.field.value) return
    const { shown: _before, ...rest } = kept.field
    const field: ReadField = { ...rest, ...cut }
    this.#kept.fields[index] = { ...kept, field }
    this.#send({ type: 'changed', document: this.#name, fields: [field] })
  }

  #pressed(target: Element): void {
    for (let at: Element | null = target, up = 0; at && up < 5; at = at.parentElement, up++) {
      const text = pressedText(at)
      if (text === '' || text.length > 12) continue
      if (words.saveWord.test(text)) {
        // a click and the submit it causes are one press
        if (performance.now() - this.#savedAt > 500)
          this.#send({ type: 'savePressed', document: this.#name, words: text })
        this.#savedAt = performance.now()
      }
      return
    }
  }

  #indexAt(target: Element): number {
    for (let at: Element | null = target, up = 0; at && up < 8; at = at.parentElement, up++) {
      const index = this.#kept.fields.findIndex(
        ({ element, pair }) => element === at || pair.control?.parts?.includes(at),
      )
      if (index >= 0) return index
    }
    return -1
  }

  #keptAt(target: Element): KeptField | null {
    const direct = this.#kept.fields[this.#indexAt(target)]
    if (direct) return direct
    return (
      this.#kept.fields.find(
        ({ labelNode }) => labelNode !== null && (labelNode === target || labelNode.contains(target)),
      ) ?? null
    )
  }

  #query(selector: string): Element | null {
    try {
      return this.#document.querySelector(selector)
    } catch {
      // one written by hand may be no selector at all: nothing is found by it, nor by an empty one
      return null
    }
  }

  #fieldOf(element: Element | null): KeptField | undefined {
    return this.#kept.fields.find((one) => nativeOf(one) === element || one.element.contains(element))
  }

  #find(locator: Locator): KeptField | undefined {
    const kept = this.#fieldOf(this.#query(locator.selector))
    if (kept && (locator.label === undefined || kept.field.label === locator.label)) return kept
    if (locator.label === undefined) return undefined
    return this.#kept.fields.filter(({ field }) => field.label === locator.label)[locator.ordinal ?? 0]
  }

  #targetOf(at: MarkTarget): MarkedElement | null {
    if ('field' in at) {
      const kept = this.#kept.fields.find(({ field }) => field.key === at.field)
      return kept ? marked(kept) : null
    }
    if ('grid' in at) {
      const element = this.#kept.grids.find(({ grid }) => grid.key === at.grid)?.rows[at.row]
      return element ? { element, label: null, row: true } : null
    }
    const kept = this.#find(at.locator)
    return kept ? marked(kept) : null
  }
}

/** The element that carries a field's name or id. */
function nativeOf({ pair, element }: KeptField): Element {
  return pair.control?.native ?? element
}

function marked({ element, labelNode, pair }: KeptField): MarkedElement {
  const parts = pair.control?.parts
  return { element, label: labelNode, row: false, ...(parts ? { parts } : {}) }
}

function frameName(): string {
  const path = location.pathname.split('/').at(-1) ?? ''
  // a frame of another origin has no element to show
  return (frameElement?.getAttribute('name') || frameElement?.id || name || path).slice(0, 100)
}
