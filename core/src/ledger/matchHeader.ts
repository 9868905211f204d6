import type { Field, PageMatter, TableName } from '../policy/index.ts'
import { aliasIndex, commonIndex } from './aliasIndex.ts'
import type { Wording, WordingIndex } from './aliasIndex.ts'
import type { Leaf } from './findHeader.ts'
import { headerName } from './headerName.ts'
import {
  commonForm,
  idlePrefixes,
  idleQualifiers,
  idleSuffixes,
  idleSuffixesOf,
  laterMatters,
  loanGroups,
  otherPartyGroups,
  wishGroups,
} from './headerWords.ts'
import { matchParts } from './matchParts.ts'
import { meantHere } from './meantHere.ts'
import { readingWords } from './messages.ts'
import { otherMeanings } from './otherMeanings.ts'
import { codeReader } from './parseCode.ts'
import type { Dictionary } from './types.ts'
import { isMoneyUnit } from './unit.ts'

/** A field that a header may name. */
export interface HeaderMatch {
  readonly field: Field
  readonly score: number
  readonly reasons: readonly string[]
}

export interface HeaderMatches {
  readonly matches: readonly HeaderMatch[]
  /** Why there is none, where that is known. */
  readonly reasons: readonly string[]
}

const lowest = 0.7
/** A wording this long is itself on a page, whatever else it looks like. */
const longName = 5

/**
 * The fields that one header may name, best first, from its words alone. `table` narrows wordings that mean different
 * things. `about` is of a page: what it is about, what counts first first; the labels of pages are met by their parts too.
 */
export function matchHeader(
  leaf: Leaf,
  dictionary: Dictionary,
  table: TableName | null,
  about?: readonly PageMatter[],
): HeaderMatches {
  const index = aliasIndex(dictionary)
  const last = leaf.path.at(-1)
  if (last === undefined) return { matches: [], reasons: [readingWords.noHeader] }
  const name = headerName(last)
  if (name.base === '') return { matches: [], reasons: [readingWords.unknown] }
  const here = meantHere(name.base, about ?? [])
  if (here) {
    const field = dictionary.fields.find(({ key }) => key === here.key)
    const score = field ? here.score * tableFactor({ field, tables: undefined }, table) : 0
    return field && score >= lowest
      ? {
          matches: [{ field, score, reasons: [readingWords.onPage(here.matter, name.base, field.name)] }],
          reasons: [],
        }
      : { matches: [], reasons: [readingWords.unknown] }
  }
  const found = new Map<string, HeaderMatch>()
  const take = (
    wordings: readonly Wording[] | undefined,
    factor: number,
    reason: (w: Wording) => string,
  ): void => {
    for (const wording of wordings ?? []) {
      if (!optionsFit(name.options, wording.field, dictionary) || !unitFits(name.unit, wording.field))
        continue
      const score = wording.strength * factor * tableFactor(wording, table)
      const before = found.get(wording.field.key)
      if (score < lowest || (before && before.score >= score)) continue
      found.set(wording.field.key, { field: wording.field, score, reasons: [reason(wording)] })
    }
  }
  const groups = leaf.path.slice(0, -1).map((text) => headerName(text).base)
  const group = groups.join('')

  // A generic leaf takes its meaning from the group: 借款人 > 名称, 保证人 > 证件号码.
  const nearest = groups.at(-1)
  if (nearest && /(人|方|物|品|户|合同|借据|贷款|客户|企业|公司|单位|信息|情况)$/.test(nearest)) {
    for (const joined of [
      nearest + name.base,
      nearest.replace(/(信息|情况|基本信息|基本情况)$/, '') + name.base,
    ]) {
      take(index.get(joined), 0.99, exact(joined))
    }
  }
  // 余额 under 50万-100万 or 保证 is a figure of that class of loans.
  if (
    nearest &&
    /^(金额|余额|数量|日期|比例|本金)$/.test(name.base) &&
    (!loanGroups.test(nearest) || /^按|分类|其中/.test(group)) &&
    found.size === 0
  ) {
    return { matches: [], reasons: [readingWords.otherMeaning(`${groups.join(' > ')}的${name.base}`)] }
  }
  const qualifierFactor = factorOfQualifiers(name.qualifiers, name.base, index)
  if (name.full !== name.base) take(index.get(name.full), 1, exact(name.full))
  const own = index.get(name.base)
  const counted =
    own?.filter(
      (wording) =>
        (isCounted(wording, table) || (about && isOwnHere(wording, name.base, table))) &&
        wording.strength * tableFactor(wording, table) >= lowest,
    ) ?? []
  const other = otherMeanings.find(
    ({ test }) => test.test(name.base) || (name.full !== name.base && test.test(name.full)),
  )
  take(other ? counted : own, qualifierFactor, exact(name.base))
  // Another table's field by its own name is not nearly one of this table's: 预警级别 is no 预警等级 of a loan.
  const elsewhere = about !== undefined && found.size === 0 && own?.some(({ strength }) => strength === 1)
  if (found.size === 0 && !other && !elsewhere) {
    if (/\d$/.test(name.base)) return { matches: [], reasons: [readingWords.numbered] }
    const common = commonIndex(dictionary)
    const forms = trimmed(name.base)
    for (const [text, factor] of forms)
      if (found.size === 0) take(index.get(text), factor * qualifierFactor, near(text))
    for (const [text, factor] of [[name.base, 0.97] as const, ...forms]) {
      if (found.size === 0) take(common.get(commonForm(text)), factor * 0.95 * qualifierFactor, near(text))
    }
  }
  if (found.size === 0 && about && !elsewhere) {
    for (const { wordings, factor } of matchParts(name.base, dictionary, table, other !== undefined))
      if (found.size === 0) take(wordings, factor * qualifierFactor, near(name.base))
  }
  const judged = [...found.values()]
    .map((match) => byGroup(match, group))
    .filter((match) => match.score >= lowest)
  if (judged.length === 0) {
    if (other && found.size === 0) return { matches: [], reasons: [readingWords.otherMeaning(other.means)] }
    const blocked = found.size > 0 && group !== ''
    return { matches: [], reasons: [blocked ? readingWords.wish(groups.join(' > ')) : readingWords.unknown] }
  }
  return { matches: judged.toSorted((a, b) => b.score - a.score), reasons: [] }
}

/** 期限(天) is not a term in months, 贷款余额(户) no amount; years become months. */
function unitFits(unit: string, field: Field): boolean {
  if (unit === '') return true
  if (field.type === 'money') return isMoneyUnit(unit)
  // 利率(年) says of which time the rate is
  if (field.type === 'percent') return unit === '%' || unit === '‰' || unit === 'BP' || unit === '年'
  if (field.type !== 'number' || field.unit === undefined || isMoneyUnit(unit)) return field.type !== 'date'
  return (
    unit === field.unit || (field.unit === '月' && (unit === '年' || unit === '期')) || !times.has(field.unit)
  )
}

const times = new Set(['天', '月', '小时', '工作日'])

/** Values listed in the header must be values of the field: 贷款分类(1:员工自借 2:假借冒名) is not the five classes. */
function optionsFit(options: readonly string[], field: Field, dictionary: Dictionary): boolean {
  if (options.length < 2) return true
  const flags = options.every((option) => /^[\d:.-]*[是否有无]$/.test(option))
  if (field.type !== 'code') return !flags
  const list = dictionary.codeLists.find(({ id }) => id === field.codeList)
  return !list || options.some((option) => codeReader(list).read(option.replace(/^\d+[:.-]?/, '')) !== null)
}

/** On a page a long wording is itself, and a register's own name says which register it is. */
function isOwnHere({ strength, field }: Wording, base: string, table: TableName | null): boolean {
  return (
    base.length >= longName || (table === null && strength === 1 && field.type !== 'date' && base.length >= 4)
  )
}

/** Wordings that stand even where they look like another thing: counted ones, and those of a register in its own table. */
function isCounted(wording: Wording, table: TableName | null): boolean {
  const home = wording.field.tables[0]
  if (table !== null && table !== '借据') return wording.counted || home === table
  if (!wording.counted) return false
  return home === '借据' || wording.tables?.includes('借据') === true || isOwnLongName(wording)
}

/** A register's field by its own full name (申请执行日期, 保证人联系状态) is no other thing in a loan list; 登记日期 may be. */
function isOwnLongName({ strength, field }: Wording): boolean {
  return strength === 1 && field.name.length >= 5
}

function tableFactor(wording: Pick<Wording, 'field' | 'tables'>, table: TableName | null): number {
  if (wording.tables) {
    // Not knowing the table yet: a wording of the loan table is the likelier one.
    if (table === null) return wording.tables.includes('借据') ? 0.99 : 0.9
    return wording.tables.includes(table) ? 1 : 0
  }
  if (table === null) return wording.field.tables.includes('借据') ? 1 : 0.95
  if (wording.field.tables.includes(table)) return wording.field.tables[0] === table ? 1 : 0.985
  return 0.5
}

/** 网点(支行) says the same twice; 币种(评估价值) speaks of another column; an unknown note makes us less sure. */
function factorOfQualifiers(qualifiers: readonly string[], base: string, index: WordingIndex): number {
  let factor = 1
  for (const qualifier of qualifiers) {
    if (idleQualifiers.test(qualifier)) continue
    const own = new Set((index.get(base) ?? []).map(({ field }) => field.key))
    const named = index.get(qualifier)
    if (named) factor *= named.some(({ field }) => own.has(field.key)) ? 1 : 0.5
    else factor *= /利息|本金|[+、和]|原币|折/.test(qualifier) ? 0.6 : 0.9
  }
  return factor
}

/** The text without words that add nothing, nearest to the original first. */
function trimmed(base: string): [string, number][] {
  const out: [string, number][] = []
  const fronts = [base]
  for (const front of fronts) {
    for (const prefix of idlePrefixes) {
      if (front.startsWith(prefix) && front.length - prefix.length >= 2 && fronts.length < 12)
        fronts.push(front.slice(prefix.length).replace(/^的/, ''))
    }
  }
  fronts.forEach((front, i) => {
    if (i > 0) out.push([front, i === 1 ? 0.94 : 0.9])
  })
  for (const [i, front] of fronts.entries()) {
    for (const suffix of idleSuffixes) {
      if (!front.endsWith(suffix)) continue
      const stem = front.slice(0, -suffix.length)
      if (stem.length >= 2 && idleSuffixesOf[suffix]?.includes(stem)) out.push([stem, i === 0 ? 0.94 : 0.88])
    }
  }
  return out
}

/** Says how a wording was met: the field's own name or one of its wordings. */
function exact(text: string): (wording: Wording) => string {
  return ({ field }) =>
    text === field.name ? readingWords.exact(field.name) : readingWords.alias(text, field.name)
}

function near(text: string): (wording: Wording) => string {
  return ({ field }) => readingWords.near(text, field.name)
}

/** Terms of the loan under 申请 or 审批 are not its terms; a name under 担保人 is not the customer's. */
function byGroup(match: HeaderMatch, group: string): HeaderMatch {
  if (group === '') return match
  const { field, score, reasons } = match
  const isTerm =
    (field.tables[0] === '借据' && ['money', 'percent', 'number', 'date'].includes(field.type)) ||
    ['guaranteeType', 'repayMethod', 'fiveClass', 'loanStatus'].includes(field.key)
  if (wishGroups.test(group) && !laterMatters.test(group)) {
    return isTerm
      ? { field, score: score * 0.5, reasons }
      : { field, score: score * 0.97, reasons: [...reasons, readingWords.group(group)] }
  }
  if (otherPartyGroups.test(group) && field.tables[0] === '借据' && !isTerm)
    return { field, score: score * 0.5, reasons }
  // the bank of an account and its state are not the loan's
  if (/账户/.test(group) && (field.key === 'orgName' || field.key === 'loanStatus'))
    return { field, score: score * 0.5, reasons }
  const boost = loanGroups.test(group) ? 1 : 0.99
  return { field, score: score * boost, reasons: [...reasons, readingWords.group(group)] }
}
