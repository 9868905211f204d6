import { readLedger, sheetOf } from '@postloan/core/ledger'
import type { ColumnReading, Ledger } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import type { Area, Workbook } from '@postloan/core/table'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { beforeAll, describe, expect, it } from 'vitest'

import { dictionaryIsRight, fieldOfMeaning, refused, registers } from './expected.ts'
import { allLayouts } from './layout.ts'
import type { Layout } from './layout.ts'
import { layoutRows } from './layoutRows.ts'
import type { Dress, DressedLayout } from './layoutRows.ts'
import { makeWorkbook } from './makeWorkbook.ts'

interface Attempt {
  readonly layout: Layout
  readonly dress: Dress
  readonly dressed: DressedLayout
  readonly workbook: Workbook
  readonly ledger: Ledger
}

const dresses: readonly Dress[] = ['plain', 'export', 'form']
const layouts = allLayouts()
const attempts: Attempt[] = []
const codec = nodeCodec()

beforeAll(async () => {
  for (const layout of layouts) {
    for (const dress of dresses) {
      const dressed = layoutRows(layout, dress)
      const opening = await openWorkbook(makeWorkbook(layout, dressed), `${layout.id}.xlsx`, codec)
      if (!opening.ok) throw new Error(`${layout.id}: ${opening.error.message}`)
      attempts.push({
        layout,
        dress,
        dressed,
        workbook: opening.workbook,
        ledger: readLedger([opening.workbook], builtInPolicy),
      })
    }
  }
})

const mergesOf = ({ merges }: Layout): Area[] =>
  merges.map(([top, bottom, left, right]) => ({ top, bottom, left, right }))

const bare = (header: string): string => header.replace(/\s+/g, '')

/** Header rows and columns as read, of the table or of the sheet that was refused. */
function readHeader({
  ledger,
}: Attempt): { rows: readonly [number, number]; columns: readonly ColumnReading[] } | undefined {
  const reading = ledger.tables[0]?.reading
  return reading ? { rows: reading.headerRows, columns: reading.columns } : ledger.notTables[0]?.header
}

function truthOf(layout: Layout, column: number, corrected: boolean): string | null {
  const truth = layout.fields[column] ?? fieldOfMeaning[layout.otherMeaning[column] ?? ''] ?? null
  if (!corrected) return truth
  const better = dictionaryIsRight.find(
    ({ id, header }) => id === layout.id && bare(header) === bare(layout.leafColumns[column] ?? ''),
  )
  return better ? better.field : truth
}

interface Score {
  columns: number
  right: number
  /** Recognised, but the field went to a better column of the sheet. */
  duplicate: number
  missed: number
  wrong: number
}

function scoreOf(
  some: readonly Attempt[],
  corrected: boolean,
  take?: (layout: Layout, column: number, truth: string | null, got: string | null) => void,
): Score {
  const score: Score = { columns: 0, right: 0, duplicate: 0, missed: 0, wrong: 0 }
  for (const attempt of some) {
    const byColumn = new Map(readHeader(attempt)?.columns.map((reading) => [reading.column, reading]))
    attempt.layout.leafColumns.forEach((_, column) => {
      const truth = truthOf(attempt.layout, column, corrected)
      const reading = byColumn.get(column)
      const got = reading?.field ?? null
      score.columns++
      if (got === truth) score.right++
      else if (got !== null) score.wrong++
      else if (reading?.sameAs === truth) score.duplicate++
      else score.missed++
      take?.(attempt.layout, column, truth, got)
    })
  }
  return score
}

interface FieldScore {
  wanted: number
  right: number
  wrong: number
}

function entryOf(scores: Map<string, FieldScore>, key: string): FieldScore {
  const known = scores.get(key) ?? { wanted: 0, right: 0, wrong: 0 }
  scores.set(key, known)
  return known
}

/** The leaf texts of some layouts. */
const words = (some: readonly Layout[]): Set<string> =>
  new Set(some.flatMap(({ leafColumns }) => leafColumns.map((leaf) => bare(leaf.split(' > ').at(-1) ?? ''))))

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`
const line = (name: string, s: Score): string =>
  `${name}: ${s.columns} columns, right ${percent(s.right, s.columns)}, duplicates ${percent(s.duplicate, s.columns)}, missed ${percent(s.missed, s.columns)}, wrong ${percent(s.wrong, s.columns)}`

describe('58 real layouts, each as three workbooks', () => {
  it('finds the header rows and the leaf columns', () => {
    const missed = attempts.filter((attempt) => {
      const header = readHeader(attempt)
      return (
        header?.rows[0] !== attempt.layout.headerRow0 + 1 || header.rows[1] !== attempt.layout.headerRow1 + 1
      )
    })
    let leaves = 0
    let right = 0
    for (const attempt of attempts) {
      const byColumn = new Map(readHeader(attempt)?.columns.map(({ column, header }) => [column, header]))
      attempt.layout.leafColumns.forEach((leaf, column) => {
        leaves++
        if (bare(byColumn.get(column) ?? '') === bare(leaf)) right++
      })
    }
    console.log(
      `header rows right in ${attempts.length - missed.length} of ${attempts.length}, leaf columns ${percent(right, leaves)}`,
    )
    for (const { layout, dress } of missed) console.log(`  header missed: ${layout.id} ${dress}`)
    expect(1 - missed.length / attempts.length).toBeGreaterThanOrEqual(0.97)
    expect(right / leaves).toBeGreaterThanOrEqual(0.97)
  })

  it('gives columns their fields, and rather none than a wrong one', () => {
    const byField = new Map<string, FieldScore>()
    const faults = new Set<string>()
    const corrected = scoreOf(attempts, true, (layout, column, truth, got) => {
      if (truth !== null) entryOf(byField, truth).wanted++
      if (truth !== null && got === truth) entryOf(byField, truth).right++
      if (got !== null && got !== truth) {
        entryOf(byField, got).wrong++
        faults.add(`${layout.id} ${layout.leafColumns[column] ?? ''}: ${got}, not ${truth ?? 'none'}`)
      }
    })
    const asSeen = scoreOf(attempts, false)
    console.log(
      [
        line('fields', corrected),
        line('fields, taking the layouts at their word', asSeen),
        ...[...faults].map((fault) => `  wrong: ${fault}`),
      ].join('\n'),
    )
    console.log(
      [...byField]
        .toSorted((a, b) => b[1].wanted - a[1].wanted)
        .map(
          ([key, { wanted, right, wrong }]) =>
            `${key} ${right}/${wanted}${wrong > 0 ? ` wrong ${wrong}` : ''}`,
        )
        .join(' · '),
    )
    console.log(
      layouts
        .map((layout) => {
          const s = scoreOf(
            attempts.filter((attempt) => attempt.layout.id === layout.id),
            true,
          )
          return `${layout.id} ${s.right + s.duplicate}/${s.columns}${s.wrong > 0 ? ` wrong ${s.wrong}` : ''}`
        })
        .join(' · '),
    )
    expect(corrected.right / corrected.columns).toBeGreaterThanOrEqual(0.95)
    expect(corrected.wrong / corrected.columns).toBeLessThanOrEqual(0.01)
    expect(asSeen.right / asSeen.columns).toBeGreaterThanOrEqual(0.95)
  })

  it('says of what is no loan ledger what it is', () => {
    const said = attempts.map(
      ({ layout, dress, ledger }) =>
        `${layout.id} ${dress} ${ledger.tables[0]?.name ?? ledger.notTables[0]?.code}`,
    )
    expect(said).toEqual(
      attempts.map(
        ({ layout, dress }) =>
          `${layout.id} ${dress} ${refused[layout.id] ?? registers[layout.id] ?? '借据'}`,
      ),
    )
    expect(
      attempts.every(({ ledger }) => ledger.notTables.every(({ reason }) => /\p{Script=Han}/u.test(reason))),
    ).toBe(true)
  })

  it('reads the data rows and nothing else, and names every row it leaves out', () => {
    for (const { layout, dress, dressed, ledger } of attempts) {
      const table = ledger.tables[0]
      if (!table) continue
      expect([...table.sheetRows], `${layout.id} ${dress}`).toEqual(dressed.dataRows)
      const told = new Set([...table.sheetRows, ...table.reading.leftOut.map(({ row }) => row)])
      const untold = dressed.rows.flatMap((row, i) =>
        i > layout.headerRow1 &&
        row
          .slice(0, layout.leafColumns.length)
          .some((cell, c) => cell !== null && cell !== '' && layout.leafColumns[c] !== '') &&
        !told.has(i + 1)
          ? [i + 1]
          : [],
      )
      expect(untold, `${layout.id} ${dress}`).toEqual([])
    }
  })

  it('reads the same with our own columns beside the table', () => {
    for (const { layout, dressed } of attempts) {
      const width = Math.max(...dressed.rows.map((row) => row.length))
      const annotated = dressed.rows.map((row, i) => {
        const beside =
          i < layout.headerRow1
            ? []
            : i === layout.headerRow1
              ? ['贷后·预警等级', '贷后·依据']
              : ['严重', '合计']
        return beside.length === 0
          ? row
          : [...row, ...Array.from({ length: width - row.length }, () => null), ...beside]
      })
      const [own, other] = [dressed.rows, annotated].map((rows) =>
        readLedger(
          [
            {
              fileName: 'x.xlsx',
              format: 'xlsx',
              notes: [],
              sheets: [sheetOf(rows, { merges: mergesOf(layout) })],
            },
          ],
          builtInPolicy,
        ),
      )
      expect(other).toEqual(own)
    }
  })

  it('finds a key for the rows where there is no 借据号', () => {
    const without = attempts.filter(
      ({ ledger }) => ledger.tables[0] && !ledger.tables[0].columns.has('loanNo'),
    )
    expect(without.length).toBeGreaterThan(20)
    expect(
      without
        .filter(({ ledger }) => ledger.tables[0]?.reading.keyFields.length === 0)
        .map(({ layout }) => layout.id),
    ).toEqual([])
  })
})

describe('wordings of layouts not looked at', () => {
  it.each([0, 1])('are read from the other half of the layouts (half %i held out)', (half) => {
    const held = words(layouts.filter((_, i) => i % 2 === half))
    const kept = words(layouts.filter((_, i) => i % 2 !== half))
    const dictionary = {
      codeLists: builtInPolicy.codeLists,
      fields: builtInPolicy.fields.map((field) => ({
        ...field,
        aliases: field.aliases.filter(
          ({ text, seen }) => seen !== 'L' || !held.has(bare(text)) || kept.has(bare(text)),
        ),
      })),
    }
    const again = attempts
      .filter(({ layout, dress }) => dress === 'plain' && layouts.indexOf(layout) % 2 === half)
      .map((attempt) => ({ ...attempt, ledger: readLedger([attempt.workbook], dictionary) }))
    const score = scoreOf(again, true)
    console.log(line(`half ${half} held out`, score))
    expect((score.right + score.duplicate) / score.columns).toBeGreaterThanOrEqual(0.93)
    expect(score.wrong / score.columns).toBeLessThanOrEqual(0.02)
  })
})
