import type { DockFrame, Look, Mark, MarkTarget } from '../../protocol/messages.ts'
import type { Place } from '../../protocol/report.ts'
import { drawIcon } from './icons.ts'
import {
  type Box,
  boxesAround,
  contentBox,
  findRoom,
  frameBox,
  findRowRoom,
  groupBox,
  isCovered,
  overlaps,
  type Spot,
  visibleBox,
} from './room.ts'

export const hostName = 'postloan-marks'

/** Not sandboxed: it holds our own page, which speaks to the extension. */
const frameTag = 'iframe'

/** Parts that the browser lays above everything else, whatever its z-index; a whole page there has us with it. */
const topLayer = ':modal:not(html),:popover-open'

/** How long a page may take to go after it said that it would, before the dock is wanted again. */
const patience = 4000

export interface OverlayEvents {
  readonly chosen: (id: string) => void
  readonly moved: (place: Place) => void
  /** The framed panel is gone: only the engine can give another one. */
  readonly lost: () => void
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
  readonly #style = new CSSStyleSheet()
  /** In the browser's top layer, above the page's own dialogues: for the marks of what stands in those. */
  #raised: HTMLElement | null = null
  #drawn: Drawn[] = []
  #card: HTMLElement | null = null
  #dock: HTMLIFrameElement | null = null
  #dockFrame: DockFrame | null = null
  #dockStyle = ''
  /** Once a person has been at work in the dock. */
  #isUsed = false
  /** While someone points at fields, marks would stand in the way. */
  #isBare = false
  #current: string | null = null
  #listeners: AbortController | undefined
  #frame = 0

  constructor(document: Document, events: OverlayEvents) {
    this.#document = document
    this.#events = events
  }

  /** The closed root, made when there is first something to draw, and put back where the page took it away. */
  root(): ShadowRoot {
    const page = this.#document.documentElement
    const host = (this.host ??= this.#document.createElement(hostName))
    const root = (this.#root ??= host.attachShadow({ mode: 'closed' }))
    if (host.parentNode !== page) {
      page.querySelectorAll(`:scope > ${hostName}`).forEach((old) => old.remove())
      root.adoptedStyleSheets = [this.#style]
      // a page that draws in the top layer or hides by opacity changes how we look, never what happens
      host.setAttribute('aria-hidden', 'true')
      page.append(host)
      // a frame that was taken out of the tree begins anew, and nobody would answer it
      if (this.#dock) this.#lose(0)
    }
    return root
  }

  /** Draws these marks in place of those before; gives the ids for which there was no room. */
  show(marks: readonly Mark[], look: Look, find: (at: MarkTarget) => MarkedElement | null): string[] {
    this.#style.replaceSync(look.sheet)
    for (const { node } of this.#drawn) node.remove()
    this.#closeCard()
    this.#raised?.remove()
    this.#raised = null
    this.#drawn = []
    const lost: string[] = []
    for (const mark of marks) {
      const at = find(mark.at)
      if (at) this.#drawn.push({ mark, at, node: this.#draw(mark, at, look), width: 0, spot: null })
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
    // another fragment alone would leave the page that is there, which has redeemed its token
    if (this.#dock?.src !== frame?.source) {
      this.#dock?.remove()
      this.#dock = null
    }
    if (!frame?.source.startsWith(this.#events.own)) {
      this.#listen()
      this.#tidy()
      return
    }
    const root = this.root()
    // the page had taken us away, this frame with us: another one is on its way
    if (this.#dockFrame !== frame) return
    if (!this.#dock) {
      this.#dock = this.#document.createElement(frameTag)
      this.#dock.title = '贷后助手'
      this.#dock.src = frame.source
      this.#dockStyle = ''
      root.append(this.#dock)
    }
    // the panel is to be reached by assistive technology; marks are told by its list
    this.host?.removeAttribute('aria-hidden')
    this.#listen()
    this.#placeDock()
  }

  setBare(isBare: boolean): void {
    this.#isBare = isBare
    this.place()
  }

  /** Puts every mark where its control is now. Reads first, writes after, so that layout is worked out once. */
  place(): void {
    if (this.#drawn.length === 0 && !this.#dock) return
    const root = this.root()
    // without the page's scrollbars, which lie over us
    const { clientWidth, clientHeight } = root.host
    const window = new DOMRect(0, 0, clientWidth, clientHeight)
    const others: Box[] = []
    for (const drawn of this.#drawn) {
      drawn.spot = this.#isBare ? null : this.#spotFor(drawn, window, others)
      if (drawn.spot) {
        const { left, top, worded } = drawn.spot
        others.push(new DOMRect(left, top, worded ? drawn.width : 18, 18))
      }
    }
    for (const { node, spot, at } of this.#drawn) {
      node.style.display = spot ? '' : 'none'
      if (!spot) continue
      const holder = at.element.closest(topLayer) ? this.#layer(root) : root
      if (node.parentNode !== holder) holder.append(node)
      node.style.transform = `translate(${Math.round(spot.left)}px, ${Math.round(spot.top)}px)`
      node.classList.toggle('bare', !spot.worded)
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
    this.#raised = null
    this.#drawn = []
    this.#dock = null
    this.#card = null
  }

  #spotFor({ at, mark, width }: Drawn, window: Box, others: readonly Box[]): Spot {
    if (!at.element.isConnected || !at.element.checkVisibility({ visibilityProperty: true })) return null
    const box = visibleBox(at.element)
    if (!box || box.bottom < -40 || box.top > window.bottom + 40) return null
    if (isCovered(at.element, box, this.host)) return null
    if (at.row) {
      const cells = [...at.element.children].slice(0, 12).map((cell) => {
        const whole = cell.getBoundingClientRect()
        return { whole, text: contentBox(cell, whole) }
      })
      return findRowRoom(box, cells, window)
    }
    const field = at.parts
      ? groupBox(at.element, at.parts)
      : /^(T[DH]|DD|DIV|P|LI)$/u.test(at.element.tagName) && !at.element.querySelector('input')
        ? contentBox(at.element, box)
        : frameBox(at.element, box)
    // words of a group's own parts lie within it
    const { left, top, right, bottom } = field
    const within = new DOMRect(left + 2, top, right - left - 4, bottom - top)
    const around = boxesAround(at.element).filter((one) => !at.parts || !overlaps(one, within))
    return findRoom(
      field,
      at.label ? contentBox(at.label, at.label.getBoundingClientRect()) : null,
      mark.words === '' ? 18 : width,
      [...around, ...others],
      window,
    )
  }

  #draw(mark: Mark, at: MarkedElement, { icons }: Look): HTMLElement {
    const node = this.#document.createElement('div')
    node.className = `mark ${mark.level}${at.row ? ' bare' : ''}`
    node.append(drawIcon(this.#document, icons[mark.level]))
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
    for (const text of mark.card) {
      const line = this.#document.createElement('div')
      line.textContent = text
      card.append(line)
    }
    node.parentNode?.append(card)
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
    const x = inside(frame.x ?? -16, width, innerWidth)
    const y = inside(frame.y ?? -16, height, innerHeight)
    const style = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`
    if (style === this.#dockStyle) return
    this.#dockStyle = dock.style.cssText = style
    const place = { x: fromNearest(x, width, innerWidth), y: fromNearest(y, height, innerHeight) }
    this.#events.moved({ ...place, width, height })
  }

  #lose(after: number): void {
    this.setDock(null)
    setTimeout(() => this.#dock || this.#events.lost(), after)
  }

  /** Laid over whatever of the page came into the top layer before. */
  #layer(root: ShadowRoot): HTMLElement {
    if (this.#raised) return this.#raised
    const layer = this.#document.createElement('div')
    layer.popover = 'manual'
    root.append(layer)
    layer.showPopover()
    return (this.#raised = layer)
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
    const { signal } = this.#listeners
    for (const type of ['scroll', 'resize', 'fullscreenchange'])
      addEventListener(type, again, { capture: true, passive: true, signal })
    addEventListener('blur', () => (this.#isUsed ||= this.#document.activeElement === this.host), { signal })
    // a page that holds a frame of ours is not kept for going back; where somebody was at work, that comes first
    addEventListener('beforeunload', () => this.#dock && !this.#isUsed && this.#lose(patience), { signal })
  }

  #tidy(): void {
    if (this.#drawn.length > 0 || this.#dock || (this.#root?.childElementCount ?? 0) > 0) return
    this.host?.remove()
    this.host = null
    this.#root = null
  }
}

/** Counted from the left or top edge; below zero from the right or bottom one. */
function inside(at: number, size: number, room: number): number {
  return Math.max(4, Math.min(at < 0 ? room - size + at : at, room - size - 4))
}

function fromNearest(at: number, size: number, room: number): number {
  const rest = room - size - at
  return at < rest ? at : -rest
}
