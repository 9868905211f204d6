import type { LeftOut, Locator, ReadField, ReadGrid } from '../../protocol/report.ts'
import type { PageRead } from './keepPairs.ts'
import { plain } from './labelText.ts'
import { count } from './locate.ts'
import type { LeftOutNote, Pair } from './model.ts'
import { type RequiredTold, tellRequired } from './required.ts'
import { classOf } from './seen.ts'
import * as words from './words.ts'

type Writable<Of> = { -readonly [Key in keyof Of]: Of[Key] }

/** Names elements for as long as they live, so that marks find their control again. */
export class Keys {
  readonly #keys = new WeakMap<Element, string>()
  #next = 1

  of(element: Element): string {
    let key = this.#keys.get(element)
    if (key === undefined) {
      key = `e${this.#next++}`
      this.#keys.set(element, key)
    }
    return key
  }
}

export interface KeptField {
  readonly field: ReadField
  readonly element: Element
  readonly labelNode: Element | null
  readonly pair: Pair
}

export interface KeptGrid {
  readonly grid: ReadGrid
  readonly element: Element
  readonly rows: readonly Element[]
}

export interface Kept {
  readonly fields: KeptField[]
  readonly grids: KeptGrid[]
  readonly leftOut: LeftOut[]
}

const longestValue = 2000
const longestPrompt = 100

/** Fields and grids as they are reported, in slices; keeps the elements beside them. */
export function* makeReport(page: PageRead, keys: Keys): Generator<undefined, Kept> {
  const notes = [...page.leftOut]
  const often = new Map<string, number>()
  const pairs = yield* withoutBystanders(page.pairs, notes, often)
  const drawn = new Map<string, boolean>()
  let plainTold: RequiredTold | undefined
  const before = new Map<string, number>()
  const fields: KeptField[] = []
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index]
    if (!pair) break
    const { control, name: label } = pair
    const element = control?.element ?? pair.valueNode
    // all of these look and ask alike
    const { required, by } = pair.plain
      ? (plainTold ??= tellRequired(pair, drawn))
      : tellRequired(pair, drawn)
    const locator: Writable<Locator> = { selector: '', label }
    if (often.get(label) !== 1) locator.ordinal = count(before, label) - 1
    // written plainly: a spread for every part would make an object each
    const field: Writable<ReadField> = {
      key: keys.of(element),
      label,
      written: (pair.plain ? pair.label : plain(pair.label)).slice(0, 200),
      value: pair.value.slice(0, longestValue),
      kind: control ? (control.button && control.kind === 'text' ? 'chooser' : control.kind) : 'static',
      family: control?.family ?? 'native',
      editable: control?.editable ?? false,
      required,
      locator,
      confidence: pair.hidden ? Math.min(pair.confidence, 0.7) : pair.confidence,
    }
    if (control?.shown || control?.remark)
      field.shown = plain(`${control.shown ?? ''} ${control.remark ?? ''}`).slice(0, longestPrompt)
    if (by) field.requiredBy = by.slice(0, 100)
    if (pair.unit) field.unit = pair.unit.slice(0, 20)
    if (pair.section) field.section = pair.section.slice(0, 60)
    if (pair.hidden) field.hidden = true
    fields.push({ element, labelNode: pair.labelNode, pair, field })
    if (index % 20 === 19) yield
  }
  const grids: KeptGrid[] = page.grids
    .filter(({ rows, element }) => rows.length > 0 || !areTabs(element))
    .slice(0, 60)
    .map((found) => ({
      element: found.element,
      rows: found.rowElements,
      grid: {
        key: keys.of(found.element),
        ...(found.title ? { title: found.title.slice(0, 60) } : {}),
        columns: found.columns.map(({ text }) => text.slice(0, 100)).slice(0, 200),
        rows: found.rows.map((row) => row.slice(0, 200).map((text) => text.slice(0, 500))),
        rowCount: found.rowCount,
        family: found.family,
        locator: { selector: '' },
      },
    }))
  return { fields, grids, leftOut: notes.slice(0, 300) }
}

/** Titles over nothing, one of which is drawn apart from the others. */
function areTabs(table: Element): boolean {
  return new Set([...table.querySelectorAll('td')].map(classOf)).size > 1
}

/** Value and prompt no longer than a report may carry them. */
export function cutValue(value: string, shown: string | undefined): Pick<ReadField, 'value' | 'shown'> {
  const cut = value.slice(0, longestValue)
  return shown ? { value: cut, shown: shown.slice(0, longestPrompt) } : { value: cut }
}

/** Takes out who is logged in, hidden copies of visible fields, and pairs read twice; counts how often each is named. */
function* withoutBystanders(
  pairs: readonly Pair[],
  notes: LeftOutNote[],
  often: Map<string, number>,
): Generator<undefined, Pair[]> {
  const only =
    pairs.length > 0 &&
    pairs.length <= 4 &&
    pairs.every(({ name, control }) => !control && words.whoWord.test(name))
  const taken = new Set<Element>()
  const own: Pair[] = []
  for (const pair of pairs) {
    const { control, name } = pair
    if (only || (!control && words.whoWord.test(name) && amongBystanders(pair))) {
      notes.push({ what: name, why: 'footer' })
      continue
    }
    if (control) {
      if (taken.has(control.element)) continue
      taken.add(control.element)
    }
    count(often, name)
    if (own.push(pair) % 100 === 0) yield
  }
  return own
}

/** 操作员 and 机构 in one line with 当前用户, 退出 or a date of today are the system's own. */
function amongBystanders({ valueNode }: Pair): boolean {
  const line = valueNode.closest('tr,ul,p,header,.header,.footer,.top') ?? valueNode.parentElement
  const text = plain(line?.textContent ?? '')
  if (words.chromeWord.test(text) || /退出|注销|修改密码|欢迎/u.test(text)) return true
  return (
    line !== null &&
    text.length < 120 &&
    !line.querySelector('input,select,textarea') &&
    text.split(/[:：]/u).length > 1 &&
    everyLabelIsWho(text)
  )
}

function everyLabelIsWho(text: string): boolean {
  const labels = [...text.matchAll(/(\p{Script=Han}{2,8}|[A-Za-z]{3,})\s*[:：]/gu)].map(
    (match) => match[1] ?? '',
  )
  return labels.length > 0 && labels.every((label) => words.whoWord.test(label))
}
