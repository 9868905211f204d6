import { joinPanes } from './grids.ts'
import type { PageRead } from './keepPairs.ts'
import { endsWithColon, plain } from './labelText.ts'
import { type Control, type LeftOutNote, solid, type Unit } from './model.ts'
import { isButton, nativeControl } from './nativeControl.ts'
import { forgetLooks, pairUp } from './pairUp.ts'
import { findButtons, findQueryForms, pressedText } from './queryForms.ts'
import { TableReader } from './readTables.ts'
import { remembered } from './remembered.ts'
import { classOf, hidesItself, isMovedAway } from './seen.ts'
import { choiceAt, mayBeStyled, toldControl, widgetAt } from './widgets.ts'
import * as words from './words.ts'

const skipped = /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|CANVAS|OBJECT|OPTION|DATALIST|AUDIO|VIDEO)$/u
/** Most elements: their tag alone says nothing. */
const isPlainTag = remembered((tag) => /^(DIV|SPAN|LABEL|T[DHR]|TBODY|P|B|FONT|LI)$/u.test(tag))
const framed = /^(I?FRAME(SET)?|EMBED)$/u
/** What an image of a star says of itself. */
const drawnStar = /^[*＊]|必[填输录选]/u
/** Icon fonts, question marks that open a help, arrows. */
const glyphs = /^[?？▼▾▲×ⓘ⌄→←↑↓↕⇅\ue000-\uf8ff]+$/u
const selectedTab =
  '.tabs-selected,.layui-tab-title .layui-this,.el-tabs__item.is-active,.ant-tabs-tab-active,.mini-tab-active,.x-tab-strip-active,[role=tab][aria-selected=true]'
/** More elements than this are not read: a runaway page must not cost the user his browser. */
const elementLimit = 60_000

/** Parts of one element beyond which it is settled piece by piece. */
const crowd = 200

/** Reads one document. Yields between parts, so that the caller can rest when its slice is spent. */
export function* readPage(document: Document, ours: Element | null): Generator<undefined, PageRead> {
  forgetLooks()
  const buttons = findButtons(document)
  const page: PageRead = {
    pairs: [],
    grids: [],
    leftOut: [],
    saves: [...new Set(buttons.saves.filter((button) => button.checkVisibility()).map(pressedText))],
    headings: [],
    saveButtons: buttons.saves,
    shadows: [],
    cut: false,
  }
  yield
  const reader = new Reader(page, document, findQueryForms(document, buttons), ours)
  yield
  const root = document.body ?? document.documentElement
  if (root.tagName !== 'FRAMESET') yield* reader.readDeep(root)
  for (const tab of document.querySelectorAll(selectedTab)) reader.addHeading(plain(tab.textContent ?? ''))
  for (const clone of joinPanes(page.grids)) {
    page.leftOut.push({ what: clone.columns.map(({ text }) => text).join(' '), why: 'clone' })
  }
  return page
}

/** Walks the elements of a page in reading order. */
class Reader extends TableReader {
  readonly #ours: Element | null
  readonly #queryForms: ReadonlySet<Element>

  constructor(page: PageRead, document: Document, queryForms: ReadonlySet<Element>, ours: Element | null) {
    super(page, document)
    this.#queryForms = queryForms
    this.#ours = ours
  }

  /** Like `read`, but stops between the parts of large elements. */
  override *readDeep(element: Element): Generator<undefined, Unit | null> {
    if (element.childElementCount === 0) return this.read(element)
    if (element.getElementsByTagName('*').length < 150) {
      yield
      return this.read(element)
    }
    const shown = this.hidden || this.#isShown(element)
    const early = this.atOnce(element, shown)
    if (early !== undefined) return early
    if (element instanceof HTMLTableElement) return yield* this.readTableDeep(element)
    const wasHidden = this.hidden
    if (!shown) this.hidden = true
    let units: Unit[] = []
    let read = 0
    for (const node of this.childrenOf(element)) {
      const deep = node instanceof Element && node.firstElementChild !== null
      const unit = deep ? yield* this.readDeep(node) : this.readNode(node, element)
      if (++read % 30 === 0) yield
      if (units.length > crowd && unit && beginsAnew(units.at(-1), unit)) {
        const settled = this.settle(element, units, { row: false })
        units = settled ? [settled] : []
        yield
      }
      if (unit) units.push(unit)
    }
    const unit = this.settle(element, units, { row: false })
    this.hidden = wasHidden
    return unit
  }

  override read(element: Element, shown = this.hidden || this.#isShown(element)): Unit | null {
    const early = this.atOnce(element, shown)
    if (early !== undefined) return early
    const wasHidden = this.hidden
    if (!shown) this.hidden = true
    const { section } = this
    const unit =
      element instanceof HTMLTableElement
        ? drain(this.readTableDeep(element))
        : this.settle(element, this.readChildren(element), { row: false })
    this.hidden = wasHidden
    if (element.tagName === 'FIELDSET') this.section = section
    return unit
  }

  override readChildren(element: Element): Unit[] {
    const units: Unit[] = []
    const nodes = this.childrenOf(element)
    for (let at = 0; at < nodes.length; at++) {
      const unit = this.readNode(nodes[at], element)
      if (unit) units.push(unit)
    }
    return units
  }

  override readNode(node: Node | undefined, parent: Element): Unit | null {
    if (node instanceof Element) return this.read(node)
    return node instanceof Text ? this.#readText(node, parent) : null
  }

  /** In reading order, through open shadow roots and slots. */
  override childrenOf(element: Element): Node[] {
    const root = element.shadowRoot
    if (root) this.page.shadows.push(root)
    if (element instanceof HTMLSlotElement) {
      const assigned = element.assignedNodes()
      if (assigned.length > 0) return assigned
    }
    // without the live list, which is an object more for every element
    const nodes: Node[] = []
    for (let node = (root ?? element).firstChild; node; node = node.nextSibling) nodes.push(node)
    return nodes
  }

  #readText(node: Text, parent: Element): Unit | null {
    const { data } = node
    const text = plain(data)
    if (text === '' || glyphs.test(text)) return null
    return {
      is: 'text',
      node: parent,
      text: text === data ? data : data.replace(/[ \t\r\n]+/gu, ' ').trim(),
      star: false,
      strong: false,
    }
  }

  #isShown(element: Element): boolean {
    return element.checkVisibility() || getComputedStyle(element).display === 'contents'
  }

  /** What needs no look inside: undefined where it does. */
  override atOnce(element: Element, shown: boolean): Unit | null | undefined {
    if (++this.elements > elementLimit) {
      this.page.cut = true
      return null
    }
    const tag = element.tagName
    const isPlain = isPlainTag(tag)
    if (!isPlain) {
      if (element instanceof HTMLImageElement && drawnStar.test(element.alt + element.title))
        return { is: 'text', node: element, text: '*', star: false, strong: false }
      if (element === this.#ours || skipped.test(tag) || element instanceof SVGElement) return null
      if (tag === 'BR') return { is: 'break' }
      if (framed.test(tag)) return solid(element)
    }
    const name = classOf(element)
    const part = name !== '' && words.isPartClass(name)
    if (part && tag !== 'INPUT' && words.popupClass.test(name)) return null
    if (this.hidden ? hidesItself(element) : !shown) return this.#unseen(element)
    if (isMovedAway(element)) return this.leave(element.textContent ?? '', 'hidden')
    if (this.#queryForms.has(element)) return this.#leaveOut(element, 'query')
    const { id } = element
    const menu =
      (part && words.menuClass.test(name)) ||
      (id !== '' && element.firstElementChild && words.menuClass.test(id))
    if (tag === 'NAV' || tag === 'MENU' || (menu && !holdsRecord(element)))
      return this.#leaveOut(element, 'menu')
    if (tag === 'FOOTER' || (part && words.footClass.test(name) && !holdsRecord(element)))
      return this.#leaveOut(element, 'footer')
    if (part && words.pagerClass.test(name)) return this.#leaveOut(element, 'pager')
    if (part && words.toolClass.test(name) && !element.querySelector('select,textarea,input[type=text]'))
      return this.#leaveOut(element, 'toolbar')
    const control = this.#controlAt(element, name !== '' && mayBeStyled(name))
    if (control) {
      const unit: Unit = { is: 'control', node: control.element, control }
      const label = element.firstElementChild
      if (control.family !== 'miniui' || label?.tagName !== 'LABEL') return unit
      // MiniUI may put a field's label into the field
      const own = this.read(label)
      this.add(pairUp(own ? [own, unit] : [unit], { row: false }).pairs)
      return solid(element)
    }
    if (isPlain) return undefined
    if (isButton(element) || (tag === 'A' && words.actionWord.test(pressedText(element))))
      return { is: 'button', node: element, text: pressedText(element) }
    if (/^(INPUT|SELECT|TEXTAREA)$/u.test(tag)) return null
    return undefined
  }

  #controlAt(element: Element, named: boolean): Control | null {
    const styled = named || element.hasAttribute('role') ? (choiceAt(element) ?? widgetAt(element)) : null
    if (styled) return styled
    const native = nativeControl(element, this.hidden ? undefined : this.sight) ?? toldControl(element)
    if (!native) return null
    // originals kept out of sight behind a widget that is read instead
    if (
      (native.kind === 'text' || native.kind === 'select') &&
      /(^|\s)\S*-f(\s|$)|(^|\s)select2-hidden|lay-ignore-hidden/u.test(classOf(element)) &&
      element.nextElementSibling
    ) {
      return null
    }
    return native
  }

  /** Not to be seen: another tab's content, the hidden original of a styled choice, or truly hidden. */
  #unseen(element: Element): Unit | null | undefined {
    if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
      const next = element.nextElementSibling
      if (next && choiceAt(next)) return null
      const parent = element.parentElement
      const drawn = parent?.checkVisibility() === true && plain(parent.textContent ?? '') !== ''
      const control = drawn && parent?.tagName === 'LABEL' ? nativeControl(element) : null
      return control
        ? { is: 'control', node: parent ?? element, control: { ...control, element: parent ?? element } }
        : null
    }
    if (this.hidden || !isTabPanel(element)) {
      if (!/^(SELECT|OPTION|TBODY)$/u.test(element.tagName)) this.leave(element.textContent ?? '', 'hidden')
      return null
    }
    return undefined
  }

  #leaveOut(element: Element, why: LeftOutNote['why']): Unit {
    this.leave((element.textContent ?? '').slice(0, 300), why)
    return solid(element)
  }
}

function drain<Result>(generator: Generator<undefined, Result>): Result {
  for (;;) {
    const step = generator.next()
    if (step.done) return step.value
  }
}

/** Whether a next field plainly begins here, so that what stands before it may be settled without it. */
function beginsAnew(before: Unit | null | undefined, unit: Unit): boolean {
  if (before?.is === 'solid') return unit.is === 'solid'
  return before?.is === 'control' && unit.is === 'text' && endsWithColon(unit.text)
}

/** A menu or footer class on something that plainly holds a form is a name, not a role. */
function holdsRecord(element: Element): boolean {
  return (
    element.querySelectorAll('input:not([type=hidden]):not([type=button]):not([type=submit]),select,textarea')
      .length > 4
  )
}

const notPanels = /^(TD|TH|TR|TBODY|LI|OPTION|INPUT|SELECT|SPAN|A|LABEL|FONT|B|I|P)$/u

/** A part of the record behind another tab: by its class or role, or as one of several alike of which one is shown. */
function isTabPanel(element: Element): boolean {
  if (notPanels.test(element.tagName) || words.formItemClass.test(classOf(element))) return false
  if (element.getAttribute('role') === 'tabpanel' || words.tabPanelClass.test(classOf(element))) return true
  const parent = element.parentElement
  if (parent && words.tabPanelClass.test(classOf(parent)) && parent.childElementCount > 1) return true
  const stem = element.id.replace(/\d+$/u, '')
  if (stem === '' || stem === element.id || !parent) return false
  return [...parent.children].some(
    (other) =>
      other !== element &&
      other.tagName === element.tagName &&
      other.id.replace(/\d+$/u, '') === stem &&
      other.id !== stem,
  )
}
