import { builtInPolicy as policy } from '@postloan/core/policy'
import { nodeCodec } from '@postloan/core/workbook/node'
import { registerSheets, sheetNames, writeTemplate } from '@postloan/core/workbook/template'
import { beforeAll, describe, expect, test } from 'vitest'

import { convertBySoffice } from '../peers/convertBySoffice.ts'
import { findSoffice } from '../peers/find.ts'
import { portfolioDay } from '../portfolio/healthyLoans.ts'
import { namesOf, promisesOf } from './keptBySave.ts'

const soffice = findSoffice()
if (!soffice) console.log('!!! LEFT OUT: the template saved by LibreOffice (not installed)')

const sheets = [
  ...Object.values(sheetNames).filter((name) => name !== sheetNames.record),
  ...Object.values(registerSheets),
]

/** A print area that ends where the rows end is a formula: LibreOffice knows fixed ones alone and prints all that is filled. */
const growing = /^_xlnm\.Print_Area /

describe.runIf(soffice !== undefined)('the template saved by LibreOffice', () => {
  let before: Uint8Array
  let after: Uint8Array
  beforeAll(async () => {
    const options = { issued: portfolioDay, ready: { loans: 12, register: 6 } }
    before = (await writeTemplate(policy, nodeCodec(), options)).bytes
    after = convertBySoffice(soffice ?? '', before, { to: 'xlsx', recalculate: true })
  }, 300_000)

  test.each(sheets)(
    '%s keeps its lists, checks and their words, looks, protection and open cells',
    (name) => {
      expect(promisesOf(after, name)).toEqual(promisesOf(before, name))
    },
  )

  test('there is something to keep', () => {
    const loans = promisesOf(before, sheetNames.loans)
    const count = (kind: string): number =>
      loans.checks.filter((line) => line.includes(` | ${kind} | `)).length
    const registers = Object.values(registerSheets).map((name) => promisesOf(before, name))
    console.log(
      `借据台账：下拉 ${count('list')}，日期 ${count('date')}，数字 ${count('decimal')}，色彩 ${loans.looks.length}`,
    )
    expect(count('list')).toBeGreaterThan(15)
    expect(count('date')).toBeGreaterThan(15)
    expect(loans.open.length).toBeGreaterThan(12)
    for (const { checks, protection } of registers) {
      expect(checks.length).toBeGreaterThan(5)
      expect(protection).toContain('sheet=1')
    }
  })

  test('names lead where they led', () => {
    const [was, is] = [namesOf(before), namesOf(after)]
    const moved = [...was].filter(
      ([name, place]) => is.get(name) !== place && !(growing.test(name) && place.includes('INDEX(')),
    )
    expect(moved).toEqual([])
    expect([...is.keys()].filter((name) => !was.has(name) && !name.startsWith('_xlnm'))).toEqual([])
  })
})
