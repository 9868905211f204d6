import { endsWithColon, isStarOnly, plain } from './labelText.ts'
import { type Control, isChoiceKind, type Unit } from './model.ts'
import * as words from './words.ts'

/** A star belongs to the control before it, else to the text beside it; in a column before the labels, to the next. */
export function takeStars(units: readonly Unit[]): Unit[] {
  const out: Unit[] = []
  let pending = false
  const leads = units[0]?.is === 'empty' || isStar(units[0])
  for (const unit of units) {
    if (isStar(unit)) {
      const owner = out.findLastIndex(({ is }) => is !== 'button')
      const before = out[owner]
      const own =
        before &&
        !leads &&
        !(before.is === 'text' && words.unitWord.test(plain(before.text))) &&
        starred(before)
      if (own) out[owner] = own
      else pending = true
      continue
    }
    const own = pending && starred(unit)
    out.push(own || unit)
    if (own) pending = false
  }
  return out
}

function isStar(unit: Unit | undefined): boolean {
  return unit?.is === 'text' && isStarOnly(plain(unit.text))
}

function starred(unit: Unit): Unit | null {
  if (unit.is === 'text') return { ...unit, star: true }
  return unit.is === 'control' ? { ...unit, control: { ...unit.control, starred: 'star' } } : null
}

/** Radios and checkboxes with the words behind them become one control with the chosen words as value. */
export function joinChoices(units: readonly Unit[]): Unit[] {
  const out: Unit[] = []
  let at = 0
  while (at < units.length) {
    const unit = units[at]
    if (!isChoice(unit)) {
      if (unit) out.push(unit)
      at++
      continue
    }
    const options: Control[] = []
    let tail: Unit | null = null
    while (at < units.length) {
      const one = units[at]
      if (one?.is === 'break' && isChoice(units[at + 1])) {
        at++
        continue
      }
      if (!one || !isChoice(one)) break
      const follows = units[at + 1]
      const own = one.control.option
      const [text, rest] = own ? [own, null] : optionAfter(follows)
      const option = { ...one.control, option: text }
      if (!own && text !== '') at++
      // a star behind the last choice is the question's
      if (!own && follows?.is === 'text' && follows.star) option.starred = 'star'
      options.push(option)
      at++
      tail = rest
      if (rest) break
    }
    const [first] = options
    if (!first) continue
    out.push({ is: 'control', node: first.element, control: grouped(options, first) })
    if (tail) out.push(tail)
  }
  return out
}

/** The words of a choice; what follows them up to a colon is the next label: 否 若否请详述： */
function optionAfter(unit: Unit | undefined): [string, Unit | null] {
  if (unit?.is !== 'text') return ['', null]
  if (!endsWithColon(unit.text)) return [plain(unit.text), null]
  const split = /^(\S{1,8})[\s，,；;]+(.+)$/u.exec(plain(unit.text))
  return split?.[1] && split[2] ? [split[1], { ...unit, text: split[2] }] : ['', null]
}

function isChoice(unit: Unit | undefined): unit is Extract<Unit, { is: 'control' }> {
  return unit?.is === 'control' && isChoiceKind(unit.control) && !unit.control.parts
}

function grouped(options: readonly Control[], first: Control): Control {
  const chosen = options.filter(({ checked }) => checked).map(({ option }) => option || '是')
  const star = options.find((option) => option.starred)?.starred
  const { option: only, ...rest } = first
  return {
    ...rest,
    value: chosen.join('，'),
    ...(options.length === 1 && only ? { option: only } : {}),
    editable: options.some(({ editable }) => editable),
    starred: star ?? '',
    ...(options.length > 1 ? { parts: options.map(({ element }) => element) } : {}),
  }
}
