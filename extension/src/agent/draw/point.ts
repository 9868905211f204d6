import type { ReadField } from '../../protocol/report.ts'
import type { KeptField } from '../read/makeReport.ts'
import type { Overlay } from './overlay.ts'

export interface PointerEvents {
  readonly fieldAt: (target: Element) => KeptField | null
  readonly hovered: (field: ReadField | null) => void
  readonly pointed: (kept: KeptField) => void
}

/** Presses that must not reach the page while someone points at its fields. */
const held = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
] as const

/** 配置 mode: hovering shows what was read, a click takes the field, and the page notices neither. */
export class Pointer {
  readonly #document: Document
  readonly #overlay: Overlay
  readonly #events: PointerEvents
  #stop: AbortController | undefined
  #boxes: HTMLElement[] = []
  #assigned: HTMLElement[] = []
  #hovered: string | null = null

  constructor(document: Document, overlay: Overlay, events: PointerEvents) {
    this.#document = document
    this.#overlay = overlay
    this.#events = events
  }

  set(on: boolean, assigned: readonly Element[]): void {
    this.#clear(this.#boxes)
    this.#clear(this.#assigned)
    this.#overlay.setBare(on)
    if (!on) {
      this.#stop?.abort()
      this.#stop = undefined
      return
    }
    for (const element of assigned) this.#assigned.push(this.#box(element, 'box'))
    if (this.#stop) return
    this.#stop = new AbortController()
    const { signal } = this.#stop
    addEventListener('pointermove', (event) => this.#hover(event), { capture: true, passive: true, signal })
    for (const type of held) {
      addEventListener(type, (event) => this.#hold(event), { capture: true, signal })
    }
  }

  #hover(event: Event): void {
    const target = event.composedPath()[0]
    const found =
      target instanceof Element && target !== this.#overlay.host ? this.#events.fieldAt(target) : null
    if ((found?.field.key ?? null) === this.#hovered) return
    this.#hovered = found?.field.key ?? null
    this.#clear(this.#boxes)
    if (found) {
      if (found.labelNode) this.#boxes.push(this.#box(found.labelNode, 'box label'))
      this.#boxes.push(this.#box(found.element, 'box control'), this.#tip(found.element, found.field))
    }
    this.#events.hovered(found?.field ?? null)
  }

  #hold(event: Event): void {
    const target = event.composedPath()[0]
    // our own frame lies in the overlay: presses on it are its own
    if (!(target instanceof Element) || target === this.#overlay.host) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.type !== 'click' || !event.isTrusted) return
    const found = this.#events.fieldAt(target)
    if (found) this.#events.pointed(found)
  }

  #box(element: Element, name: string): HTMLElement {
    const { left, top, width, height } = element.getBoundingClientRect()
    const box = this.#document.createElement('div')
    box.className = name
    box.style.cssText = `left:${left - 2}px;top:${top - 2}px;width:${width + 4}px;height:${height + 4}px`
    this.#overlay.root().append(box)
    return box
  }

  #tip(element: Element, field: ReadField): HTMLElement {
    const { left, bottom } = element.getBoundingClientRect()
    const tip = this.#document.createElement('div')
    tip.className = 'tip'
    // numbers as long as a telephone's or longer: what is drawn stands in the page
    tip.textContent = `${field.label} = ${field.value || '（空）'} ${field.unit ?? ''}`.replace(
      /\d{7,}(?=[\dXx]{4})/gu,
      '…',
    )
    tip.style.cssText = `left:${Math.max(4, left)}px;top:${bottom + 6}px`
    this.#overlay.root().append(tip)
    return tip
  }

  #clear(boxes: HTMLElement[]): void {
    for (const box of boxes) box.remove()
    boxes.length = 0
  }
}
