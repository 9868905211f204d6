import type { Field, PageMatter, TableName } from '../policy/index.ts'
import type { Sheet } from '../table/index.ts'
import { columnLetters } from '../table/index.ts'
import { columnValues } from './columnValues.ts'
import type { ColumnValues } from './columnValues.ts'
import type { Header, Leaf } from './findHeader.ts'
import { headerText } from './findHeader.ts'
import { headerName } from './headerName.ts'
import { matchHeader } from './matchHeader.ts'
import { readingWords, valueWords } from './messages.ts'
import { codeReader } from './parseCode.ts'
import type { ColumnReading, Dictionary, SheetChoice } from './types.ts'

interface Candidate {
  readonly leaf: Leaf
  readonly field: Field
  readonly score: number
  readonly reasons: readonly string[]
}

/**
 * Gives each column of a table at most one field and each field at most one column.
 * Words of the header propose, the values of the column may object, the best proposal of a field wins; what a person
 * chose is taken before everything else. A column is rather left without a field than given a wrong one.
 */
export function mapColumns(
  sheet: Sheet,
  header: Header,
  rows: Uint32Array,
  dictionary: Dictionary,
  table: TableName | null,
  choice?: SheetChoice,
  about?: (column: number) => readonly PageMatter[],
): ColumnReading[] {
  const readings = new Map<number, ColumnReading>()
  const candidates: Candidate[] = []
  const takenFields = new Map<string, number>()
  for (const leaf of header.leaves) {
    const chosen = choice?.columns?.[leaf.column]
    if (chosen !== undefined) {
      const known =
        chosen !== null && dictionary.fields.some((field) => field.key === chosen && !field.derived)
      if (known) takenFields.set(chosen, leaf.column)
      readings.set(leaf.column, reading(leaf, known ? chosen : null, 1, [readingWords.chosen]))
    }
  }
  const crossed = crossedWords(header.leaves)
  for (const [i, leaf] of header.leaves.entries()) {
    if (readings.has(leaf.column)) continue
    if (crossed.has(leaf.path.at(-1) ?? '')) {
      readings.set(leaf.column, reading(leaf, null, 0, [readingWords.crossed]))
      continue
    }
    const { matches, reasons } = matchHeader(leaf, dictionary, table, about?.(leaf.column))
    const subject = matches.length > 0 ? subjectAround(header.leaves, i) : ''
    if (matches.length === 0 || subject !== '') {
      readings.set(
        leaf.column,
        reading(leaf, null, 0, subject === '' ? reasons : [readingWords.subject(subject)]),
      )
      continue
    }
    const values = columnValues(sheet, leaf.column, rows)
    const top = matches[0]?.score ?? 0
    // A second reading counts only where the words fit it as well as the first.
    for (const match of matches.filter(({ score }) => score >= top - 0.03)) {
      const objection = objectionOf(match.field, values, dictionary)
      if (objection) readings.set(leaf.column, reading(leaf, null, 0, [readingWords.values(objection)]))
      else
        candidates.push({
          leaf,
          field: match.field,
          score: match.score + preference(leaf, match.field, values),
          reasons: match.reasons,
        })
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.leaf.column - b.leaf.column)
  for (const { leaf, field, score, reasons } of candidates) {
    const before = readings.get(leaf.column)
    if (before?.field) continue
    const taken = takenFields.get(field.key)
    if (taken === undefined) {
      takenFields.set(field.key, leaf.column)
      readings.set(leaf.column, reading(leaf, field.key, Math.min(1, score), reasons))
    } else if (!before?.sameAs) {
      readings.set(leaf.column, {
        ...reading(leaf, null, 0, [readingWords.duplicate(columnLetters(taken), field.name)]),
        sameAs: field.key,
      })
    }
  }
  return header.leaves.map(
    (leaf) => readings.get(leaf.column) ?? reading(leaf, null, 0, [readingWords.unknown]),
  )
}

/** Words that stand under three or more groups: the figures of a cross table, not columns of a list. */
function crossedWords(leaves: readonly Leaf[]): ReadonlySet<string> {
  const groups = new Map<string, Set<string>>()
  for (const { path } of leaves) {
    const last = path.at(-1)
    if (last === undefined || path.length < 2) continue
    groups.set(last, (groups.get(last) ?? new Set()).add(path.slice(0, -1).join(' > ')))
  }
  return new Set([...groups].filter(([, under]) => under.size >= 3).map(([word]) => word))
}

function reading(
  leaf: Leaf,
  field: string | null,
  confidence: number,
  reasons: readonly string[],
): ColumnReading {
  const last = leaf.path.at(-1) ?? ''
  const own = headerName(last).unit
  const unit =
    own ||
    leaf.path
      .slice(0, -1)
      .map((text) => headerName(text).unit)
      .find((text) => text !== '') ||
    ''
  return {
    column: leaf.column,
    header: headerText(leaf),
    field,
    unit,
    confidence: Math.round(confidence * 100) / 100,
    reasons,
  }
}

/** Small differences that decide between columns whose words are equally good. */
function preference(leaf: Leaf, field: Field, values: ColumnValues): number {
  const words = leaf.path.join('')
  let points = values.filled > 0 ? 0.002 : 0
  if (field.tables[0] === '借据') {
    if (/借据/.test(words)) points += 0.004
    // The contract covers several drawdowns: its figures stand in only where the loan's own are missing.
    if (/合同/.test(words) && !field.name.includes('合同')) points -= 0.05
    if (/美元|外币|折/.test(words)) points -= 0.01
    if (/放款|用信/.test(leaf.path.slice(0, -1).join(''))) points += 0.003
  }
  return points
}

function bareHeader(leaf: Leaf | undefined): string {
  return leaf?.path.length === 1 ? headerName(leaf.path[0] ?? '').base : ''
}

/**
 * A bare header between two columns of one foreign subject belongs to that subject:
 * 现金等价物类型 | 账号 | 现金等价物币种. '' when there is none.
 */
function subjectAround(leaves: readonly Leaf[], i: number): string {
  const own = bareHeader(leaves[i])
  const before = bareHeader(leaves[i - 1])
  const after = bareHeader(leaves[i + 1])
  if (own === '' || own.length > 3 || before === '' || after === '') return ''
  let shared = 0
  while (shared < before.length && shared < after.length && before[shared] === after[shared]) shared++
  const subject = before.slice(0, shared)
  if (shared < 3 || own.startsWith(subject) || /^(贷款|借据|客户|借款人|合同|授信|本期|当前)/.test(subject))
    return ''
  return subject
}

/** What in the values speaks clearly against the field; null when nothing does. Few or strange values object to nothing. */
function objectionOf(field: Field, values: ColumnValues, dictionary: Dictionary): string | null {
  if (values.filled < 3) return null
  if (field.type === 'date') {
    if (values.dates > 0.2) return null
    if (values.personNames > 0.6) return valueWords.names
    if (values.ticks > 0.6) return valueWords.ticks
    return values.amounts > 0.8 && values.numbers > 0.8 && values.serials < 0.5 ? valueWords.notDates : null
  }
  if (field.type === 'money' || field.type === 'percent' || field.type === 'number') {
    if (values.personNames > 0.6) return valueWords.names
    if (values.dates > 0.8 && values.numbers < 0.2) return valueWords.dates
    return values.ticks > 0.8 ? valueWords.ticks : null
  }
  if (field.type === 'code') {
    const list = dictionary.codeLists.find(({ id }) => id === field.codeList)
    const reader = list ? codeReader(list) : null
    const known = values.texts.filter((text) => reader?.read(text) !== null).length
    if (known > values.texts.length * 0.1 && known > 0) return null
    // 农业, 关注 begin with family names too: only names of three characters tell persons from categories.
    if (values.personNames > 0.5 && values.longNames > 0.3) return valueWords.names
    if (values.dates > 0.8) return valueWords.dates
    return values.amounts > 0.8 ? valueWords.manyAmounts : null
  }
  const isName = field.key.endsWith('Name')
  if (isName && values.dates > 0.8) return valueWords.dates
  return isName && values.numbers > 0.9 && values.amounts > 0.9 ? valueWords.notNames : null
}
