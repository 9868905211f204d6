import type { DockFrame, Mark, MarkTarget } from '../../protocol/messages.ts'
import type { Place } from '../../protocol/report.ts'
import { drawIcon, looks } from './icons.ts'
import { type Box, boxesAround, findRoom, findRowRoom, type Spot, visibleBox } from './room.ts'
import { sheet } from './sheet.ts'

export const hostName = 'postloan-marks'

/** Not sandboxed: it holds our own page, which speaks to the extension. */
const frameTag = 'iframe'

export interface OverlayEvents {
  readonly chosen: (id: string) => void
  readonly moved: (place: Place) => void
  /** Only pages of this address are framed. */
  readonly own: string
}

export interface MarkedElement {
  readonly element: Element
  readonly label: Element | null
  readonly row: boolean
  /** Further parts of the same control, as of a group of radios. */
  readonly parts?: readonly Element[]
}

interface Drawn {
  readonly mark: Mark
  readonly at: MarkedElement
  readonly node: HTMLElement
  width: number
  spot: Spot
}

/** Everything we draw in a frame: one element on <html> with a closed root, laid over the page, taking no part in it. */
export class Overlay {
  readonly #document: Document
  readonly #events: OverlayEvents
  host: HTMLElement | null = null
  #root: ShadowRoot | null = null
  #drawn: Drawn[] = []
  #card: HTMLElement | null = null
  #dock: HTMLIFrameElement | null = null
  #dockFrame: DockFrame | null = null
  #current: string | null = null
  #listeners: AbortController | undefined
  #frame = 0

  constructor(document: Document, events: OverlayEvents) {
    this.#document = document
    this.#events = events
  }

  /** The closed root, made when there is first something to draw. */
  root(): ShadowRoot {
    if (this.#root && this.host?.isConnected) return this.#root
    this.#document.querySelectorAll(`html > ${hostName}`).forEach((old) => old.remove())
    const host = this.#document.createElement(hostName)
    const root = host.attachShadow({ mode: 'closed' })
    const style = new CSSStyleSheet()
    style.replaceSync(sheet)
    root.adoptedStyleSheets = [style]
    // a page that draws in the top layer or hides by opacity changes how we look, never what happens
    host.setAttribute('aria-hidden', 'true')
    this.host = host
    this.#root = root
    this.#document.documentElement.append(host)
    return root
  }

  /** Draws these marks in place of those before; gives the ids for which there was no room. */
  show(marks: readonly Mark[], find: (at: MarkTarget) => MarkedElement | null): string[] {
    for (const { node } of this.#drawn) node.remove()
    this.#closeCard()
    this.#drawn = []
    const lost: string[] = []
    for (const mark of marks) {
      const at = find(mark.at)
      if (at) this.#drawn.push({ mark, at, node: this.#draw(mark, at), width: 0, spot: null })
      else lost.push(mark.id)
    }
    if (this.#drawn.length > 0) {
      const root = this.root()
      for (const { node } of this.#drawn) root.append(node)
      for (const drawn of this.#drawn) drawn.width = drawn.node.getBoundingClientRect().width
    }
    this.#listen()
    this.place()
    this.#tidy()
    return [...lost, ...this.#drawn.filter(({ spot }) => spot === null).map(({ mark }) => mark.id)]
  }

  setCurrent(id: string | null, scroll: boolean): void {
    this.#current = id
    for (const { mark, node, at } of this.#drawn) {
      node.classList.toggle('current', mark.id === id)
      if (mark.id === id && scroll) at.element.scrollIntoView({ block: 'center', inline: 'nearest' })
    }
  }

  setDock(frame: DockFrame | null): void {
    this.#dockFrame = frame
    if (!frame?.source.startsWith(this.#events.own)) {
      this.#dock?.remove()
      this.#dock = null
      this.#listen()
      this.#tidy()
      return
    }
    const root = this.root()
    if (!this.#dock) {
      this.#dock = this.#document.createElement(frameTag)
      this.#dock.title = '贷后助手'
      this.#dock.src = frame.source
      root.append(this.#dock)
    } else if (this.#dock.src !== frame.source) this.#dock.src = frame.source
    // the panel is to be reached by assistive technology; marks are told by its list
    this.host?.removeAttribute('aria-hidden')
    this.#listen()
    this.#placeDock()
  }

  /** Puts every mark where its control is now. Reads first, writes after, so that layout is worked out once. */
  place(): void {
    if (this.#drawn.length === 0) return
    const window: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    const others: Box[] = []
    for (const drawn of this.#drawn) {
      drawn.spot = this.#spotFor(drawn, window, others)
      if (drawn.spot) {
        const { left, top, worded } = drawn.spot
        others.push({ left, top, right: left + (worded ? drawn.width : 18), bottom: top + 18 })
      }
    }
    for (const { node, spot } of this.#drawn) {
      node.style.display = spot ? '' : 'none'
      if (!spot) continue
      node.style.transform = `translate(${Math.round(spot.left)}px, ${Math.round(spot.top)}px)`
      node.classList.toggle('bare', !spot.worded)
      node.classList.toggle('worded', spot.worded)
    }
    this.#placeDock()
  }

  remove(): void {
    cancelAnimationFrame(this.#frame)
    this.#listeners?.abort()
    this.#listeners = undefined
    this.host?.remove()
    this.host = null
    this.#root = null
    this.#drawn = []
    this.#dock = null
    this.#card = null
  }

  #spotFor({ at, mark, width }: Drawn, window: Box, others: readonly Box[]): Spot {
    if (!at.element.isConnected || !at.element.checkVisibility({ visibilityProperty: true })) return null
    const box = visibleBox(at.element)
    if (!box || box.bottom < -40 || box.top > window.bottom + 40) return null
    if (at.row) {
      const cells = [...at.element.children].slice(0, 12).map((cell) => {
        const whole = cell.getBoundingClientRect()
        return { whole, text: contentBox(cell, whole) }
      })
      return findRowRoom(box, cells, window)
    }
    if (at.parts) {
      const whole = groupBox(at.element, at.parts)
      const around = boxesAround(at.element).filter(
        (one) =>
          one.left >= whole.right - 2 ||
          one.right <= whole.left + 2 ||
          one.bottom <= whole.top ||
          one.top >= whole.bottom,
      )
      return findRoom(
        whole,
        at.label ? contentBox(at.label, at.label.getBoundingClientRect()) : null,
        width,
        [...around, ...others],
        window,
      )
    }
    const field = /^(TD|TH|DD|DIV|P|LI)$/u.test(at.element.tagName) ? contentBox(at.element, box) : box
    return findRoom(
      field,
      at.label ? contentBox(at.label, at.label.getBoundingClientRect()) : null,
      mark.words === '' ? 18 : width,
      [...boxesAround(at.element), ...others],
      window,
    )
  }

  #draw(mark: Mark, at: MarkedElement): HTMLElement {
    const node = this.#document.createElement('div')
    const look = looks[mark.level]
    node.className = at.row ? 'mark bare' : 'mark worded'
    node.style.color = look.colour
    node.style.borderColor = look.border
    node.append(drawIcon(this.#document, mark.level))
    if (!at.row) {
      const words = this.#document.createElement('span')
      words.textContent = mark.words.slice(0, 12)
      node.append(words)
    }
    node.classList.toggle('current', mark.id === this.#current)
    node.addEventListener('pointerenter', () => this.#openCard(mark, node))
    node.addEventListener('pointerleave', () => this.#closeCard())
    node.addEventListener('mousedown', (event) => {
      // keeps the caret where the person left it
      event.preventDefault()
    })
    node.addEventListener('click', (event) => {
      if (event.isTrusted) this.#events.chosen(mark.id)
    })
    return node
  }

  #openCard(mark: Mark, node: HTMLElement): void {
    this.#closeCard()
    const card = this.#document.createElement('div')
    card.className = 'card'
    const head = this.#document.createElement('b')
    head.textContent = `${looks[mark.level].name}　${mark.words}${mark.count > 1 ? `　共 ${mark.count} 项` : ''}`
    card.append(head)
    for (const text of mark.card) {
      const line = this.#document.createElement('div')
      line.textContent = text
      card.append(line)
    }
    this.root().append(card)
    this.#card = card
    const box = node.getBoundingClientRect()
    const { width, height } = card.getBoundingClientRect()
    const below = box.bottom + 6 + height <= innerHeight
    card.style.left = `${Math.max(4, Math.min(box.left, innerWidth - width - 4))}px`
    card.style.top = `${below ? box.bottom + 6 : Math.max(4, box.top - height - 6)}px`
  }

  #closeCard(): void {
    this.#card?.remove()
    this.#card = null
  }

  #placeDock(): void {
    const [dock, frame] = [this.#dock, this.#dockFrame]
    if (!dock || !frame) return
    const width = Math.min(frame.width, innerWidth - 8)
    const height = Math.min(frame.height, innerHeight - 8)
    const x = Math.max(4, Math.min(frame.x ?? innerWidth - width - 16, innerWidth - width - 4))
    const y = Math.max(4, Math.min(frame.y ?? innerHeight - height - 16, innerHeight - height - 4))
    dock.style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`
    this.#events.moved({ x, y, width, height })
  }

  /** Listens only while something is drawn. */
  #listen(): void {
    const needed = this.#drawn.length > 0 || this.#dock !== null
    if (!needed) {
      this.#listeners?.abort()
      this.#listeners = undefined
      return
    }
    if (this.#listeners) return
    this.#listeners = new AbortController()
    const again = (): void => {
      cancelAnimationFrame(this.#frame)
      this.#frame = requestAnimationFrame(() => this.place())
    }
    addEventListener('scroll', again, { capture: true, passive: true, signal: this.#listeners.signal })
    addEventListener(
      'resize',
      () => {
        again()
        this.#placeDock()
      },
      { passive: true, signal: this.#listeners.signal },
    )
  }

  #tidy(): void {
    if (this.#drawn.length > 0 || this.#dock || (this.#root?.childElementCount ?? 0) > 0) return
    this.host?.remove()
    this.host = null
    this.#root = null
  }
}

/** From the first part to the words behind the last. */
function groupBox(first: Element, parts: readonly Element[]): Box {
  const range = first.ownerDocument.createRange()
  range.setStartBefore(first)
  const last = parts.at(-1) ?? first
  const next = last.nextSibling
  const follows =
    next instanceof Text
      ? /\S/u.test(next.data)
      : next instanceof Element && /^(LABEL|SPAN|FONT|B)$/u.test(next.tagName)
  range.setEndAfter(follows && next ? next : last)
  return range.getBoundingClientRect()
}

/** The box of an element's words rather than of its whole cell. */
function contentBox(element: Element, box: Box): Box {
  const range = element.ownerDocument.createRange()
  let holder = element
  while (holder.firstElementChild && holder.childNodes.length === 1) holder = holder.firstElementChild
  range.selectNodeContents(holder)
  const inner = range.getBoundingClientRect()
  return inner.width > 0
    ? { left: inner.left, top: inner.top, right: Math.min(inner.right, box.right), bottom: inner.bottom }
    : { ...box, left: box.left, top: box.top, right: box.left + 4, bottom: box.bottom }
}
