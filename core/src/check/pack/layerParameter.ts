import { formatIsoDay, parseIsoDay } from '../../calendar/index.ts'
import type { Parameter, ParameterValue } from '../../policy/index.ts'
import type { PackParameter, PackParameterEntry } from '../../policy/pack/index.ts'
import { formatMoney, formatNumber } from '../formatValue.ts'
import { packWords as words } from './packWords.ts'
import type { Direction } from './parameterUses.ts'

export type Comparison = 'tighter' | 'looser' | 'same' | 'unknown'

/** The entries of a parameter as written in a pack, whichever short form was used. */
export function entriesOf(written: PackParameter): readonly PackParameterEntry[] {
  if (typeof written !== 'object') return [{ value: written }]
  if (!Array.isArray(written)) return [written]
  // a list of words is one value, a list of entries are several
  const entries: PackParameterEntry[] = []
  const texts: string[] = []
  for (const one of written) {
    if (typeof one === 'string') texts.push(one)
    else entries.push(one)
  }
  return texts.length > 0 || entries.length === 0 ? [{ value: texts }] : entries
}

/** Which loans a value is for, as a text two values can be compared by. */
export function kindOf(value: Pick<ParameterValue, 'for'> | PackParameterEntry): string {
  return Object.entries(value.for ?? {})
    .filter(([, text]) => text !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
    .join('、')
}

/**
 * A parameter with a pack's entries laid over it. An entry replaces the values for the same kind of loan while it is in
 * force; before and after, the old ones stay.
 */
export function layerParameter(
  parameter: Parameter,
  written: PackParameter,
  sourceOf: (basis: string | undefined) => string,
): Parameter {
  let values: readonly ParameterValue[] = parameter.values
  for (const entry of entriesOf(written)) {
    const kind = kindOf(entry)
    const replaced = values.filter((value) => kindOf(value) === kind)
    const basis = entry.basis ?? replaced[0]?.basis
    const { segment, product, tier, collateralType } = entry.for ?? {}
    const made: ParameterValue = {
      value: entry.value,
      source: sourceOf(entry.source),
      ...(entry.from === undefined ? {} : { from: entry.from }),
      ...(entry.to === undefined ? {} : { to: entry.to }),
      ...(basis === undefined ? {} : { basis }),
      ...(kind === ''
        ? {}
        : {
            for: {
              ...(segment === undefined ? {} : { segment }),
              ...(product === undefined ? {} : { product }),
              ...(tier === undefined ? {} : { tier }),
              ...(collateralType === undefined ? {} : { collateralType }),
            },
          }),
    }
    values = [...values.flatMap((value) => (kindOf(value) === kind ? outside(value, entry) : [value])), made]
  }
  return { ...parameter, values }
}

/** What is left of a value's time around an entry's. */
function outside(value: ParameterValue, entry: PackParameterEntry): readonly ParameterValue[] {
  const pieces: ParameterValue[] = []
  if (entry.from !== undefined && (value.from ?? '') < entry.from) {
    const dayBefore = formatIsoDay(parseIsoDay(entry.from) - 1)
    const to = value.to !== undefined && value.to < dayBefore ? value.to : dayBefore
    pieces.push({ ...value, to })
  }
  if (entry.to !== undefined && (value.to ?? '9999-12-31') > entry.to) {
    const dayAfter = formatIsoDay(parseIsoDay(entry.to) + 1)
    const from = value.from !== undefined && value.from > dayAfter ? value.from : dayAfter
    pieces.push({ ...value, from })
  }
  return pieces
}

/**
 * Whether the second is stricter than the first for every loan and day. Values are compared on each day on which either
 * changes, for each kind of loan that either names.
 */
export function compareParameters(
  before: Parameter,
  after: Parameter,
  direction: Direction | null,
): Comparison {
  const kinds = new Set([...before.values, ...after.values].map(kindOf))
  const days = new Set(['0001-01-01'])
  for (const { from, to } of [...before.values, ...after.values]) {
    if (from !== undefined) days.add(from)
    if (to !== undefined) days.add(formatIsoDay(parseIsoDay(to) + 1))
  }
  let seen: Comparison = 'same'
  for (const kind of kinds) {
    for (const day of days) {
      const step = compareValues(valueOn(before, kind, day), valueOn(after, kind, day), direction)
      if (step === 'same' || step === seen) continue
      // stricter here, laxer there: not stricter
      if (step === 'looser' || seen === 'looser') seen = 'looser'
      else if (step === 'unknown' || seen === 'unknown') seen = 'unknown'
      else seen = step
    }
  }
  const bases = (parameter: Parameter): string =>
    [...new Set(parameter.values.map((value) => value.basis ?? 'asOf'))].toSorted().join()
  return seen !== 'looser' && bases(before) !== bases(after) ? 'unknown' : seen
}

/** In force for a kind of loan on a day; a kind without a value of its own has the one for all. */
function valueOn(parameter: Parameter, kind: string, day: string): ParameterValue | undefined {
  const on = (wanted: string): ParameterValue | undefined =>
    parameter.values
      .filter((value) => kindOf(value) === wanted)
      .filter(({ from = '', to = '9999-12-31' }) => from <= day && day <= to)
      .reduce<ParameterValue | undefined>(
        (best, value) => (best && (best.from ?? '') > (value.from ?? '') ? best : value),
        undefined,
      )
  return on(kind) ?? (kind === '' ? undefined : on(''))
}

function compareValues(
  before: ParameterValue | undefined,
  after: ParameterValue | undefined,
  direction: Direction | null,
): Comparison {
  if (JSON.stringify(before?.value) === JSON.stringify(after?.value)) return 'same'
  if (typeof before?.value !== 'number' || typeof after?.value !== 'number' || direction === null)
    return 'unknown'
  return after.value < before.value === (direction === 'lower') ? 'tighter' : 'looser'
}

/** `30 天`, `5,000,000 元（固定资产）至 2024-06-30；…` */
export function showParameter({ values, unit = '' }: Parameter): string {
  return values
    .map(({ value, from, to, ...rest }) => {
      const shown =
        typeof value === 'number'
          ? `${unit === '元' ? formatMoney(value).replace(/\.00$/, '') : formatNumber(value)} ${unit}`.trimEnd()
          : typeof value === 'string'
            ? value
            : value.join('、')
      const kind = kindOf(rest)
      const dates = [
        ...(from === undefined ? [] : [words.since(from)]),
        ...(to === undefined ? [] : [words.until(to)]),
      ]
      return `${shown}${kind === '' ? '' : words.onlyFor(kind)}${dates.length > 0 ? ` ${dates.join('')}` : ''}`
    })
    .join('；')
}
