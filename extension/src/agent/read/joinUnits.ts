import { endsWithColon, isStarOnly, plain } from './labelText.ts'
import type { Control, Unit } from './model.ts'
import * as words from './words.ts'

/** A star belongs to the control before it, else to the text beside it. */
export function takeStars(units: readonly Unit[]): Unit[] {
  const out: Unit[] = []
  let pending = false
  for (const unit of units) {
    if (unit.is === 'text' && isStarOnly(plain(unit.text))) {
      const before = out.at(-1)
      if (before?.is === 'control')
        out[out.length - 1] = { ...before, control: { ...before.control, starred: 'star' } }
      else if (before?.is === 'text' && !words.unitWord.test(plain(before.text)))
        out[out.length - 1] = { ...before, star: true }
      else if (before?.is === 'button') {
        const owner = out.findLastIndex((one) => one.is === 'control')
        const held = out[owner]
        if (held?.is === 'control') out[owner] = { ...held, control: { ...held.control, starred: 'star' } }
      } else pending = true
      continue
    }
    if (pending && unit.is === 'text') {
      out.push({ ...unit, star: true })
      pending = false
    } else if (pending && unit.is === 'control') {
      out.push({ ...unit, control: { ...unit.control, starred: 'star' } })
      pending = false
    } else out.push(unit)
  }
  return out
}

/** Radios and checkboxes with the words behind them become one control with the chosen words as value. */
export function joinChoices(units: readonly Unit[]): Unit[] {
  const out: Unit[] = []
  let at = 0
  while (at < units.length) {
    const unit = units[at]
    if (
      unit?.is !== 'control' ||
      (unit.control.kind !== 'radio' && unit.control.kind !== 'check') ||
      unit.control.parts
    ) {
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
      const [text, rest] = one.control.option ? [one.control.option, null] : optionAfter(follows)
      if (!one.control.option && text !== '') at++
      if (rest) {
        options.push({ ...one.control, option: text })
        tail = rest
        at++
        break
      }
      options.push({ ...one.control, option: text })
      at++
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
  return (
    unit?.is === 'control' &&
    (unit.control.kind === 'radio' || unit.control.kind === 'check') &&
    !unit.control.parts
  )
}

function grouped(options: readonly Control[], first: Control): Control {
  const chosen = options.filter(({ checked }) => checked).map(({ option }) => option || '是')
  const starred = options.find((option) => option.starred)?.starred
  const { option: only, ...rest } = first
  return {
    ...rest,
    value: chosen.join('，'),
    ...(options.length === 1 && only ? { option: only } : {}),
    editable: options.some(({ editable }) => editable),
    ...(starred ? { starred } : {}),
    ...(options.length > 1 ? { parts: options.map(({ element }) => element) } : {}),
  }
}
