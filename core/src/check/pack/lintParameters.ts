import { parseIsoDay } from '../../calendar/index.ts'
import { suggest } from '../../feel/index.ts'
import type { Parameter, Policy } from '../../policy/index.ts'
import type { JsonPath, Pack, PackParameterEntry } from '../../policy/pack/index.ts'
import { entriesOf, kindOf, layerParameter, compareParameters } from './layerParameter.ts'
import type { Say } from './lintPack.ts'
import { packWords } from './packWords.ts'

const words = packWords.lint

/** Parameters that do not exist, values of another kind or unit, values for loans that a parameter does not tell apart. */
export function lintParameters(pack: Pack, base: Policy, say: Say): void {
  const known = new Map(base.parameters.map((parameter) => [parameter.name, parameter]))
  for (const [name, written] of Object.entries(pack.parameters ?? {})) {
    const path = ['parameters', name]
    const parameter = known.get(name) ?? null
    if (!parameter) {
      const near = suggest(name, [...known.keys()])
      say(
        path,
        'unknownParameter',
        words.unknownParameter(name) + (near === null ? '' : words.didYouMean(near)),
      )
      continue
    }
    const entries = entriesOf(written)
    const isList = Array.isArray(written) && typeof written[0] === 'object'
    const isBare = typeof written !== 'object' || (Array.isArray(written) && !isList)
    let sound = true
    entries.forEach((entry, at) => {
      const place: JsonPath = isList ? [...path, at] : path
      const fault = unitFault(parameter, entry) ?? valueFault(parameter, entry)
      if (fault) {
        sound = false
        say(isBare ? place : [...place, fault.member], fault.code, fault.message)
      }
      const kinds = kindFault(parameter, entry)
      if (kinds !== null) {
        sound = false
        say(place, 'kind', kinds)
      }
    })
    if (!sound) continue
    const after = layerParameter(parameter, written, () => 'bank')
    if (compareParameters(parameter, after, null) === 'same') {
      say(path, 'same', words.sameAsBefore(name), 'hint')
    }
  }
}

interface ValueFault {
  readonly code: string
  readonly member: 'value' | 'unit'
  readonly message: string
}

function unitFault(parameter: Parameter, { unit, value }: PackParameterEntry): ValueFault | null {
  const { name, unit: own = '' } = parameter
  if (unit === undefined || sameUnit(unit, own)) return null
  const converted = typeof value === 'number' ? convert(value, unit, own) : null
  const message = words.wrongUnit(name, own, unit) + (converted === null ? '' : words.convert(converted, own))
  return { code: 'unit', member: 'unit', message }
}

function valueFault(parameter: Parameter, { value }: PackParameterEntry): ValueFault | null {
  const fault = (code: string, message: string): ValueFault => ({ code, member: 'value', message })
  const { type, unit = '' } = parameter
  switch (type) {
    case 'number': {
      if (typeof value === 'number') return value < 0 ? fault('value', words.negative) : null
      const meant = typeof value === 'string' ? numberIn(value, unit) : null
      const as = meant === null ? '' : words.wantNumberAs(meant)
      return fault('type', words.wantNumber(unit) + as)
    }
    case 'date':
      return typeof value === 'string' && !Number.isNaN(parseIsoDay(value))
        ? null
        : fault('type', words.wantDate)
    case 'list':
      return Array.isArray(value) ? null : fault('type', words.wantList)
    case 'text': {
      if (typeof value !== 'string') return fault('type', words.wantText)
      const isFlag = parameter.values.every((one) => one.value === '是' || one.value === '否')
      return isFlag && value !== '是' && value !== '否' ? fault('value', words.wantFlag) : null
    }
  }
}

/** A value for all loans changes nothing where each kind has its own; one for a kind that has none is a slip. */
function kindFault(parameter: Parameter, entry: PackParameterEntry): string | null {
  const kinds = [...new Set(parameter.values.map(kindOf))]
  const kind = kindOf(entry)
  if (kind === '') return kinds.includes('') ? null : words.needsKind(kinds)
  const named = kinds.filter((one) => one !== '')
  return named.length === 0 || named.includes(kind) ? null : words.unknownKind(named)
}

const moneyUnits: Readonly<Record<string, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8 }
const unitNames: Readonly<Record<string, string>> = { 日: '天', 个月: '月', '％': '%', '‰': '‰' }

function sameUnit(a: string, b: string): boolean {
  return (unitNames[a] ?? a) === (unitNames[b] ?? b)
}

function convert(value: number, from: string, to: string): number | null {
  if (sameUnit(from, to)) return value
  const [one, other] = [moneyUnits[from], moneyUnits[to]]
  return one === undefined || other === undefined ? null : (value * one) / other
}

/** `30天`, `500 万元`: the number that was meant, in the parameter's own unit. */
function numberIn(text: string, unit: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(\S*)\s*$/u.exec(text)
  if (!match) return null
  const written = match[2] ?? ''
  return convert(Number(match[1]), written === '' ? unit : written, unit)
}
