import { checkLedger, indexPolicy } from '@postloan/core/check'
import { excelEpoch } from '@postloan/core/check/excel'
import { builtInChecklists } from '@postloan/core/checklist'
import { readLedger } from '@postloan/core/ledger'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { numberAt, textAt } from '@postloan/core/table'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import {
  productNames,
  registerSheets,
  sheetNames,
  type TemplateRow,
  writeTemplate,
} from '@postloan/core/workbook/template'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'

// the stages behind checkLedger: the outcome of every case for every row
import { prepareWorld } from '../../core/src/check/prepareWorld.ts'
import { runCases } from '../../core/src/check/runCases.ts'
import { sdkErrors } from '../annotate/packages.ts'
import { convertBySoffice } from '../peers/convertBySoffice.ts'
import { findSoffice } from '../peers/find.ts'
import { type Row, textIn } from '../planted/contract.ts'
import { plants } from '../planted/plants.ts'
import { plantedPortfolio } from '../planted/portfolio.ts'
import { portfolioDay } from '../portfolio/healthyLoans.ts'
import { typeInto } from './editCells.ts'

const codec = nodeCodec()
const soffice = findSoffice()
if (!soffice) console.log('!!! LEFT OUT: the template recalculated by LibreOffice (not installed)')
const index = indexPolicy(policy)

const tables = ['押品', '保证人', '支付', '预警', '催收', '财务'] as const

function asRow(row: Row): TemplateRow {
  return new Map(
    Object.entries(row).flatMap(([name, cell]): [string, string | number][] => {
      const field = index.fieldByName.get(name)
      if (!field || cell === null || typeof cell === 'object') return []
      return [[field.key, field.type === 'date' && typeof cell === 'number' ? cell + excelEpoch : cell]]
    }),
  )
}

/** Of these every kind of fault is taken: registers and words for nothing decide them. */
const everyKind: ReadonlySet<string> = new Set(['OVD-001', 'OVD-004', 'OVD-008', 'ARC-002'])

/** A loan of each case that is planted, with all that the registers say of it. */
function plantedBook() {
  const { planted } = plantedPortfolio({ count: 0, seed: 11, plants })
  const first = new Map(
    planted.map(({ plant, loan }) => [
      `${plant.rule} ${plant.case} ${everyKind.has(plant.rule) ? plant.name : ''}`,
      loan,
    ]),
  )
  const loans = [...new Set(first.values())]
    // a product that is not in the list cannot be told by formulas: that is said beside the cell
    .filter(({ row }) => textIn(row, '贷款品种') === '' || productNames.includes(textIn(row, '贷款品种')))
  const filled = {
    借据: { rows: loans.map(({ row }) => asRow(row)), asOf: portfolioDay },
    ...Object.fromEntries(
      tables.map((table) => [table, { rows: loans.flatMap(({ registers }) => registers[table].map(asRow)) }]),
    ),
  }
  return { rows: filled.借据.rows, filled }
}

async function opened(bytes: Uint8Array, name = '贷后管理标准台账.xlsx') {
  const opening = await openWorkbook(bytes, name, codec)
  if (!opening.ok) throw new Error(opening.error.message)
  return opening.workbook
}

const forms = [
  sheetNames.report,
  sheetNames.notice,
  sheetNames.archive,
  sheetNames.customer,
  sheetNames.score,
] as const
const scorecard = builtInChecklists.scorecards.find(({ id }) => id === 'smallBusiness')

/** The template with a loan chosen on each form, and every question of the score answered, as a person would. */
function withChoice(bytes: Uint8Array, loanNo: string): Uint8Array {
  const chosen = forms.reduce((file, form) => typeInto(file, form, { B2: loanNo }), bytes)
  const answers = (scorecard?.criteria ?? []).map(({ options = [] }, at) => {
    // the second question costs what its gravest answer costs
    const sorted = options.toSorted((x, y) => x.deduct - y.deduct)
    return [`D${6 + at}`, (at === 1 ? sorted.at(-1) : sorted[0])?.text ?? ''] as const
  })
  return typeInto(chosen, sheetNames.score, Object.fromEntries(answers))
}

describe('an empty template', async () => {
  const { bytes, carried } = await writeTemplate(policy, codec, { issued: portfolioDay })

  test('with 1,000 ready rows is a small and valid workbook that carries forty rules and more', async () => {
    const rules = new Set(carried.map(({ rule }) => rule))
    console.log(`${bytes.length} 字节，公式检查 ${rules.size} 条规则、${carried.length} 种情形`)
    expect([...(await sdkErrors(bytes))]).toEqual([])
    expect(bytes.length).toBeLessThan(3_000_000)
    expect(rules.size).toBeGreaterThanOrEqual(40)
  })

  test('has its sheets, and hides what officers need not see', async () => {
    const { sheets } = await opened(bytes)
    const states = new Map(sheets.map(({ name, state }) => [name, state]))
    expect([...states.keys()]).toEqual([
      sheetNames.guide,
      sheetNames.loans,
      ...Object.values(registerSheets),
      sheetNames.summary,
      sheetNames.work,
      sheetNames.report,
      sheetNames.notice,
      sheetNames.archive,
      sheetNames.customer,
      sheetNames.score,
      sheetNames.parameters,
      sheetNames.ownRules,
      sheetNames.catalogue,
      sheetNames.codes,
      sheetNames.judging,
      sheetNames.record,
    ])
    expect(states.get(sheetNames.codes)).toBe('hidden')
    expect(states.get(sheetNames.judging)).toBe('hidden')
    expect(states.get(sheetNames.record)).toBe('veryHidden')
  })
})

describe('a template filled with planted loans', async () => {
  const { rows, filled } = plantedBook()
  const { bytes, carried } = await writeTemplate(policy, codec, {
    issued: portfolioDay,
    ready: { loans: rows.length, register: 20 },
    filled,
  })
  const workbook = await opened(bytes)
  const ledger = readLedger([workbook], policy)
  const loans = ledger.tables.find(({ name }) => name === '借据')
  if (!loans) throw new Error('no loans were read')

  test('is read as a ledger: every column as its field, every row, the day', () => {
    expect(ledger.asOf).toEqual({ day: portfolioDay, from: 'title', conflicts: [] })
    expect(loans.rowCount).toBe(rows.length)
    expect(loans.reading.unread).toEqual([])
    expect(loans.reading.leftOut).toEqual([])
    const misread = ledger.tables.flatMap(({ reading }) =>
      reading.columns.filter(
        ({ field, header }) => index.fieldByKey.get(field ?? '')?.name !== header.replace('(%)', ''),
      ),
    )
    expect(misread).toEqual([])
    expect(ledger.tables.map(({ sheet }) => sheet)).toEqual([
      sheetNames.loans,
      ...Object.values(registerSheets),
    ])
    expect([...checkLedger(ledger, { policy }).findings()].length).toBeGreaterThan(0)
  })

  describe.runIf(soffice !== undefined)('and calculated by LibreOffice', () => {
    let calculated: Awaited<ReturnType<typeof opened>>
    let saved: ReturnType<typeof unzipSync> = {}
    const savedPart = (name: string): string => strFromU8(saved[name] ?? new Uint8Array())
    const chosenLoan = String(rows.find((row) => row.has('loanNo'))?.get('loanNo'))
    beforeAll(async () => {
      const back = convertBySoffice(soffice ?? '', withChoice(bytes, chosenLoan), {
        to: 'xlsx',
        recalculate: true,
      })
      saved = unzipSync(back)
      calculated = await opened(back)
    }, 300_000)

    test('gives the outcomes of the column engine for every case it carries, cell by cell', () => {
      const sheet = calculated.sheets.find(({ name }) => name === sheetNames.judging)
      if (!sheet) throw new Error('no formulas')
      const places = new Map(
        Array.from({ length: sheet.columnCount }, (_, column) => [textAt(sheet, 0, column), column]),
      )
      const world = prepareWorld(ledger, { policy })
      const table = world.tables.get('借据')
      const runs = table ? runCases(world, table) : []
      const outcomes = new Map(
        runs.map(({ compiled, bytes: of }) => [`${compiled.rule.id}.${compiled.case.id}`, of]),
      )
      const differences: string[] = []
      const given = [0, 0, 0, 0]
      for (const { rule, case: id } of carried) {
        const name = `${rule}.${id}`
        const expected = outcomes.get(name)
        if (!expected) differences.push(`${name} did not run`)
        for (let row = 0; row < loans.rowCount; row++) {
          const said = numberAt(sheet, (loans.sheetRows[row] ?? 0) - 1, places.get(name) ?? -1)
          const outcome = expected?.[row] ?? -1
          given[outcome] = (given[outcome] ?? 0) + 1
          if (said !== outcome) differences.push(`${name} ${loans.sheetRows[row]}: ${said}, not ${outcome}`)
        }
      }
      console.log(
        `${carried.length} 种情形 × ${loans.rowCount} 行，不适用/通过/发现/无法判断 ${given.join('/')}`,
      )
      expect(differences).toEqual([])
      expect(Math.min(...given)).toBeGreaterThan(0)
    })

    test.each(forms)('%s fills itself for the loan chosen', (name) => {
      const form = calculated.sheets.find((sheet) => sheet.name === name)
      const chosen = rows.find((row) => row.get('loanNo') === chosenLoan)
      const texts = Array.from({ length: form?.rowCount ?? 0 }, (_, row) =>
        form ? textAt(form, row, 1) : null,
      )
      expect(texts).toContain(chosen?.get('customerName'))
      const all = (form?.columns ?? []).flatMap((_, column) =>
        texts.map((_text, row) => (form ? numberAt(form, row, column) : Number.NaN)),
      )
      const points = (scorecard?.criteria ?? []).reduce((sum, one) => sum + one.points, 0)
      const lost = Math.max(...(scorecard?.criteria[1]?.options ?? []).map(({ deduct }) => deduct))
      // a number that only this form works out, beside what each shows
      const numbers: Readonly<Record<string, unknown>> = {
        [sheetNames.report]: chosen?.get('balance'),
        [sheetNames.notice]: chosen?.get('balance'),
        [sheetNames.customer]: chosen?.get('balance'),
        [sheetNames.score]: points - lost,
      }
      expect(all).toContain(numbers[name] ?? 1)
    })

    test('keeps lists, checks, looks, names and protection through a save', () => {
      const sheet = savedPart('xl/worksheets/sheet2.xml')
      const lists = policy.fields.flatMap(({ codeList }) => codeList ?? [])
      const used = lists.filter((list) => sheet.includes(`>码_${list}<`))
      expect(new Set(used).size).toBeGreaterThan(10)
      expect(sheet).toContain('须从下拉列表中选择')
      expect([...sheet.matchAll(/<cfRule /g)].length).toBeGreaterThanOrEqual(5)
      expect(sheet).toContain('<sheetProtection')
      const saidBefore = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())
      const names = [...saidBefore.matchAll(/<definedName name="([^"_][^"]*)"/g)].map(([, name]) => name)
      expect(names.length).toBeGreaterThan(20)
      const saidAfter = savedPart('xl/workbook.xml')
      expect(names.filter((name) => !saidAfter.includes(`"${name}"`))).toEqual([])
    })

    test('shows no error in any cell that people see', () => {
      const errors = calculated.sheets
        .filter(({ state }) => state === 'visible')
        .flatMap((sheet) =>
          sheet.columns.flatMap((cells, column) =>
            [...(cells?.kinds ?? [])].flatMap((kind, row) =>
              kind === 4 ? [`${sheet.name} ${row + 1} ${column}`] : [],
            ),
          ),
        )
      expect(errors).toEqual([])
    })
  })
})
