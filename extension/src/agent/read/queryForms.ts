import { closedUp, plain } from './labelText.ts'
import { classOf } from './seen.ts'
import { readTable } from './tables.ts'
import * as words from './words.ts'

const pressable =
  'button,input[type=button],input[type=submit],a,.mini-button,.x-btn,.l-btn,[role=button],span[onclick],div[onclick],td[onclick]'
const fillable =
  'input:not([type=hidden]):not([type=button]):not([type=submit]):not([type=image]):not([type=reset]),select,textarea,.ant-select,.mini-combobox'
const listed =
  '.datagrid,.datagrid-view,.layui-table-view,.layui-table,.el-table,.ant-table,.mini-datagrid,.x-grid3,.x-grid-panel,thead,[role=grid]'

export function pressedText(element: Element): string {
  const text = element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')
  return closedUp(plain(text.length > 40 ? '' : text))
}

export interface Buttons {
  readonly queries: Element[]
  readonly resets: Element[]
  readonly saves: Element[]
}

export function findButtons(document: Document): Buttons {
  const found: Buttons = { queries: [], resets: [], saves: [] }
  for (const element of document.querySelectorAll(pressable)) {
    const text = pressedText(element)
    if (text === '' || text.length > 12) continue
    if (words.queryWord.test(text)) found.queries.push(element)
    else if (words.resetWord.test(text)) found.resets.push(element)
    else if (words.saveWord.test(text)) found.saves.push(element)
  }
  return found
}

/** The parts of a page that ask for a list, by their 查询 button and what stands around it. */
export function findQueryForms(document: Document, { queries, resets, saves }: Buttons): Set<Element> {
  const forms = new Set<Element>()
  for (const button of queries) {
    if (!button.checkVisibility() || inside(button, forms)) continue
    const scope = scopeOf(button, saves)
    if (scope && asksForList(scope, button, resets, saves, document)) forms.add(scope)
  }
  return forms
}

function inside(element: Element, forms: ReadonlySet<Element>): boolean {
  for (const form of forms) if (form.contains(element)) return true
  return false
}

function holdsAny(scope: Element, elements: readonly Element[]): boolean {
  return elements.some((element) => scope.contains(element))
}

/** Climbs from the button as long as what is around it is still only the form. */
function scopeOf(button: Element, saves: readonly Element[]): Element | null {
  let best: Element | null = null
  for (
    let at = button.parentElement;
    at && at.tagName !== 'BODY' && at.tagName !== 'HTML';
    at = at.parentElement
  ) {
    if (holdsAny(at, saves) || at.matches(listed) || holdsList(at)) break
    if (/^(TD|TH|TBODY|THEAD)$/u.test(at.tagName)) continue
    if (at.querySelectorAll(fillable).length > 24) break
    if (at.querySelector(fillable)) best = at
    else {
      const before = at.previousElementSibling
      // buttons in a line of their own under the form
      if (
        before?.querySelector(fillable) &&
        before.className !== at.className &&
        !holdsAny(before, saves) &&
        !before.matches(listed)
      )
        return before
    }
    if (at.tagName === 'FORM' && best) break
    if (best && pageColumns(at) > 1) break
  }
  return best
}

/** How many headed sections a part has: a query form has one at most. */
function pageColumns(element: Element): number {
  return element.querySelectorAll('h1,h2,h3,h4,legend,.panel-title,.layui-card-header').length
}

function holdsList(element: Element): boolean {
  if (element.querySelector(listed)) return true
  for (const table of element.querySelectorAll('table')) {
    if (table.rows.length < 2 || table.querySelector('table')) continue
    const { shape } = readTable(table, false)
    if (shape === 'grid') return true
  }
  return false
}

function asksForList(
  scope: Element,
  button: Element,
  resets: readonly Element[],
  saves: readonly Element[],
  document: Document,
): boolean {
  const controls = scope.querySelectorAll(fillable).length
  const own =
    button.closest('td,.layui-inline,.form-group,li,.el-form-item,.ant-form-item') ?? button.parentElement
  const ownControls = own?.querySelectorAll(fillable).length ?? 0
  const reset =
    holdsAny(scope, resets) || (button.parentElement !== null && holdsAny(button.parentElement, resets))
  let named = false
  for (let at: Element | null = scope, up = 0; at && up < 3; at = at.parentElement, up++) {
    if (words.queryClass.test(`${classOf(at)} ${at.id} ${at.getAttribute('name') ?? ''}`)) named = true
  }
  // 查询 beside one control of a larger form looks something up for that control
  const form = button.closest('form')
  const saved = form !== null && holdsAny(form, saves)
  if (ownControls === 1 && controls > 2 && !reset && (saved || !named) && saves.length > 0) return false
  if (reset || named) return true
  // a small form of its own, whose only button this is
  if (scope.tagName === 'FORM' && controls < 7 && document.querySelectorAll(fillable).length > controls * 2)
    return true
  return followedByList(scope, document) || saves.length === 0
}

function followedByList(scope: Element, document: Document): boolean {
  for (const one of document.querySelectorAll(`${listed},iframe,table`)) {
    if (!(scope.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) || scope.contains(one))
      continue
    if (!one.checkVisibility()) continue
    if (!(one instanceof HTMLTableElement)) return true
    if (!one.querySelector('table') && /grid|header/u.test(readTable(one, false).shape)) return true
  }
  return false
}
