import { joinChoices, takeStars } from './joinUnits.ts'
import { cleanLabel, endsWithColon, hasStar, labelness, pairsInText, plain, valueOf } from './labelText.ts'
import type { Control, Pair, TextUnit, Unit } from './model.ts'
import { classOf } from './seen.ts'
import * as words from './words.ts'

export interface PairContext {
  /** Cells of one row: each unit stands apart, an empty one may be a value. */
  readonly row: boolean
  /** What the look of the table says of a cell; null where it says nothing. */
  readonly drawnAsLabel?: (unit: TextUnit) => boolean | null
}

export interface Paired {
  readonly pairs: Pair[]
  readonly left: Unit[]
}

/** Units of one line or part, in reading order, into labels with values; what found no partner is left. */
export function pairUp(given: readonly Unit[], context: PairContext): Paired {
  const units = joinChoices(takeStars(given))
  const pairs: Pair[] = []
  const left: Unit[] = []
  let at = 0
  while (at < units.length) {
    const unit = units[at]
    if (!unit) break
    if (unit.is !== 'text') {
      left.push(unit)
      at++
      continue
    }
    const inner = pairsInText(unit.text)
    const last = inner.at(-1)
    if (last && (inner.length > 1 || last.value !== '')) {
      for (const { label, value } of last.value === '' ? inner.slice(0, -1) : inner) {
        pairs.push(textPair(label, unit, value, unit.node, 0.8))
      }
      if (last.value !== '') {
        at++
        continue
      }
    }
    const label: TextUnit = last && inner.length > 1 ? { ...unit, text: `${last.label}：` } : unit
    if (unit.blank && units[at + 1]?.is !== 'control') {
      pairs.push(textPair(label.text, label, '', unit.blank, 0.7))
      at++
      continue
    }
    const taken = takeValue(units, at, label, context, pairs)
    if (taken === 0) left.push(unit)
    at += Math.max(1, taken)
  }
  return { pairs, left }
}

/** Pairs the label at this place with what follows; gives how many units that used up, 0 for none. */
function takeValue(
  units: readonly Unit[],
  at: number,
  label: TextUnit,
  context: PairContext,
  pairs: Pair[],
): number {
  let next = at + 1
  let unit = ''
  for (; next < units.length; next++) {
    const one = units[next]
    // a currency sign, a spacer or a line break may stand between a label and its control
    if (one?.is === 'text' && words.unitWord.test(plain(one.text)) && units[next + 1]?.is === 'control')
      unit = plain(one.text)
    else if (one?.is === 'break' && leadsToControl(units, next)) continue
    else break
  }
  const found = units[next]
  if (found?.is === 'control') {
    if (!mayLabelControl(label, context)) return 0
    const run = takeControls(units, next, context)
    const control = unit && !run.control.unit ? { ...run.control, unit } : run.control
    const pair: Pair = {
      label: label.text,
      name: cleanLabel(label.text),
      labelNode: label.node,
      control,
      valueNode: control.element,
      value: control.value,
      confidence: endsWithColon(label.text) || label.strong ? 0.97 : labelness(label.text) > 0.3 ? 0.93 : 0.8,
      star: label.star || hasStar(label.text),
    }
    if (control.unit) pair.unit = control.unit
    pairs.push(pair)
    return run.end - at
  }
  const colon = endsWithColon(label.text)
  if (found?.is === 'text') {
    const drawn = context.drawnAsLabel
    const values: TextUnit[] = []
    let end = next
    if (!tellsValue(label, found, drawn?.(label) ?? null, drawn?.(found) ?? null)) {
      return 0
    }
    for (; end < units.length; end++) {
      const one = units[end]
      if (one?.is !== 'text' || (values.length > 0 && (context.row || looksLikeNext(one, units[end + 1]))))
        break
      values.push(one)
    }
    const [first] = values
    if (!first) return 0
    // several links under a word are a menu
    if (values.length > 1 && values.every(({ node }) => node.closest('a') ?? node.querySelector('a')))
      return 0
    const parts = values.map((value) => plain(value.text))
    const after = units[end]
    // a unit may stand in a cell of its own
    if (context.row && after?.is === 'text' && words.unitWord.test(plain(after.text))) {
      parts.push(plain(after.text))
      end++
    }
    const trailing =
      parts.length > 1 && words.unitWord.test(parts.at(-1) ?? '') && !parts.includes('年')
        ? parts.pop()
        : undefined
    pairs.push({
      ...textPair(label.text, label, parts.join(' '), first.node, colon || label.strong ? 0.9 : 0.75),
      unit: trailing ?? '',
    })
    return end - at
  }
  if (context.row && found?.is === 'empty') {
    const following = units[next + 1]
    // an empty cell before a control is a spacer
    const spacer =
      (following?.is === 'control' && next + 2 >= units.length) ||
      (following?.is === 'text' &&
        tellsValue(
          label,
          following,
          context.drawnAsLabel?.(label) ?? null,
          context.drawnAsLabel?.(following) ?? null,
        ) &&
        labelness(following.text) < 0.1 &&
        units[next + 2]?.is !== 'control')
    if (spacer) {
      return takeValue([...units.slice(0, next), ...units.slice(next + 1)], at, label, context, pairs) + 1
    }
    if (
      colon ||
      label.strong ||
      label.star ||
      labelness(label.text) >= 0.35 ||
      context.drawnAsLabel?.(label) === true
    ) {
      pairs.push(textPair(label.text, label, '', found.node, colon ? 0.85 : 0.7))
      return next + 1 - at
    }
  }
  const empty = found?.is === 'empty'
  if (
    !context.row &&
    ((colon && (empty || (found === undefined && pairs.length > 0))) ||
      (empty && label.strong && labelness(label.text) > -0.4))
  ) {
    pairs.push(textPair(label.text, label, '', empty ? found.node : label.node, 0.6))
    return Math.min(next + 1, units.length) - at
  }
  return 0
}

function leadsToControl(units: readonly Unit[], from: number): boolean {
  const next = units[from + 1]
  return next?.is === 'control' || (next?.is === 'break' && units[from + 2]?.is === 'control')
}

export function textPair(
  label: string,
  unit: Pick<TextUnit, 'node' | 'star'>,
  value: string,
  node: Element,
  confidence: number,
): Pair {
  return {
    label,
    name: cleanLabel(label),
    labelNode: unit.node,
    control: null,
    valueNode: node,
    value: valueOf(ticked(value)),
    confidence,
    star: unit.star || hasStar(label),
  }
}

/** □是 ■否 on a form drawn as paper: the words that are ticked. */
function ticked(text: string): string {
  if (!/[□☐]/u.test(text)) return text
  return [...text.matchAll(/[■☑☒√✓✔]\s*([^□☐■☑☒√✓✔\s]+)/gu)].map(([, word]) => word).join('，')
}

function mayLabelControl(label: TextUnit, context: PairContext): boolean {
  const text = cleanLabel(label.text)
  if (text === '' || text.length > 90) return false
  if (words.isNoLabel(text) || /^[，。,.;；、\d\s()（）]+$/u.test(text)) return false
  return context.drawnAsLabel?.(label) !== false || labelness(label.text) > 0
}

function tellsValue(
  label: TextUnit,
  value: TextUnit,
  labelDrawn: boolean | null,
  valueDrawn: boolean | null,
): boolean {
  const text = cleanLabel(label.text)
  if (text === '' || text.length > 60 || words.unitWord.test(text) || words.actionWord.test(text))
    return false
  const own = labelness(label.text)
  const other = labelness(value.text)
  const valueColon = endsWithColon(value.text)
  if (endsWithColon(label.text)) return !valueColon
  if (valueColon || words.valueShape.test(text)) return false
  // a row of links is a menu or a row of tabs
  if (label.node.closest('a')) return false
  const pair = lookOf(label.node) + lookOf(value.node)
  if ((labelDrawn === true && valueDrawn === false) || looks.has(pair)) return own > -0.6
  if (labelDrawn === false || valueDrawn === true) return false
  if (label.strong && !value.strong) return own > -0.4
  if (value.strong && !label.strong) return false
  if (own >= 0.2 && words.valueShape.test(plain(value.text))) return true
  if (own < 0.4 || other >= 0.25 || own - other < 0.4) return false
  if (lookOf(label.node) !== lookOf(value.node)) {
    looks.add(pair)
    looks.add(lookOf(label.node))
  }
  return true
}

/** How pairs look whose words told them: others that look so are pairs too, whatever their words. */
const looks = new Set<string>()

export function forgetLooks(): void {
  looks.clear()
}

function lookOf(element: Element): string {
  return `${element.tagName}.${classOf(element)}<`
}

/** Whether a text is drawn as labels of this page are. */
export function looksAsLabel({ node }: TextUnit): boolean {
  return looks.has(lookOf(node))
}

/** Whether a further text begins the next pair rather than going on with this value. */
function looksLikeNext(text: TextUnit, after: Unit | undefined): boolean {
  if (endsWithColon(text.text) || text.strong || looksAsLabel(text) || pairsInText(text.text).length > 0)
    return true
  if (words.unitWord.test(plain(text.text))) return false
  if (after?.is === 'text' && words.valueShape.test(plain(after.text)) && labelness(text.text) >= 0.2)
    return true
  return labelness(text.text) >= 0.4 || after?.is === 'control'
}

interface ControlRun {
  readonly control: Control
  readonly end: number
}

/** The control with the parts, unit, hint and button that stand behind it. */
function takeControls(units: readonly Unit[], from: number, context: PairContext): ControlRun {
  const first = units[from]
  if (first?.is !== 'control') throw new Error('no control')
  let { control }: { control: Control } = first
  let end = from + 1
  if (end === units.length) return { control, end }
  const joined: string[] = [control.value]
  const parts: Element[] = []
  let composite = false
  for (; end < units.length; end++) {
    const unit = units[end]
    const after = units[end + 1]
    if (unit?.is === 'button') control = withButton(control, unit.text)
    else if (unit?.is === 'control' && !context.row && !unit.control.option) {
      if (unit.control.value !== '' && !joined.includes(unit.control.value))
        joined.push(' ', unit.control.value)
      parts.push(unit.node)
      control = { ...control, editable: control.editable || unit.control.editable }
    } else if (unit?.is === 'text') {
      const text = plain(unit.text)
      if (words.joiner.test(text) && (composite || (after?.is === 'control' && !context.row))) {
        composite = true
        if (after?.is === 'control') {
          joined.push(/^[至到~～—–－-]+$/u.test(text) ? ` ${text} ` : text, after.control.value)
          parts.push(after.node)
          end++
        } else joined.push(text)
      } else if (composite && /^(个月|天|分钟)$/u.test(text) && /^[年月日时]$/u.test(joined.at(-2) ?? '')) {
        joined.push(text)
      } else if (words.unitWord.test(text) || isHint(text, after)) control = withRemark(control, text)
      else break
    } else if (unit?.is === 'break' && units[end + 1]?.is !== 'text' && units[end + 1]?.is !== 'control')
      continue
    else break
  }
  const filled = joined.some((part, index) => index % 2 === 0 && part !== '')
  if (parts.length === 0) return { control, end }
  return { control: { ...control, value: filled ? plain(joined.join('')) : '', parts }, end }
}

/** A read-only input with a button that chooses is open to editing by that button. */
export function withButton(control: Control, text: string): Control {
  if (/^(查看|详情|明细|打印|下载|预览)/u.test(text)) return control
  const open = control.kind !== 'area' && !control.native.matches(':disabled')
  return { ...control, button: true, editable: control.editable || open }
}

/** A unit behind a control, or a remark: 元（受灾农户填写）. */
export function withRemark(control: Control, text: string): Control {
  const unit = words.unitWord.test(text) ? text : (text.split(/[(（]/u, 1)[0] ?? '')
  return {
    ...control,
    ...(words.unitWord.test(unit) ? { unit } : {}),
    remark: text,
  }
}

/** A remark behind a control: (必须大于0), 如有请填写, 最多200字. */
function isHint(text: string, after: Unit | undefined): boolean {
  if (after?.is === 'control') return /^[（(【[].*[)）】\]]$/u.test(text)
  if (endsWithColon(text)) return false
  return (
    /^[（(【[]|^注|^如|^请|^最多|^不超过|^格式|字$|错误|不能为空|必填|\d+\/\d+/u.test(text) ||
    labelness(text) < 0.2
  )
}
