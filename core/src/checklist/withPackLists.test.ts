import { expect, test } from 'vitest'

import { ledgerForTests } from '../check/ledgerForTests.ts'
import { builtInPolicy as policy } from '../policy/index.ts'
import { builtInChecklists, findChecklistFaults, prepareChecklists, withPackLists } from './index.ts'
import type { WrittenList } from './index.ts'

const written: WrittenList = {
  id: 'tea',
  name: '茶产业贷款',
  applies: 'contains(贷款用途, "茶")',
  stages: ['首次检查', '采茶季'],
  source: '本行茶产业贷款管理办法',
  items: [
    { id: 'garden', text: '茶园面积与权属', answer: 'text' },
    { id: 'visit', text: '采茶前走访', proof: '最近现场检查日期 >= 放款日期' },
  ],
}

test("a pack's list is asked of its loans at its stages, with its proof", () => {
  const { lists, unknownStages } = withPackLists(builtInChecklists, [written])
  expect(unknownStages).toEqual([{ list: 'tea', stage: '采茶季' }])
  expect(findChecklistFaults(lists, policy)).toEqual([])

  const loan = { 贷款余额: 100, 放款日期: '2026-10-20', 最近现场检查日期: '2026-10-25' }
  const ledger = ledgerForTests([
    {
      rows: [
        { ...loan, 借据号: 'J1', 贷款用途: '购茶苗' },
        { ...loan, 借据号: 'J2', 贷款用途: '购车' },
      ],
    },
  ])
  const book = prepareChecklists(ledger, { policy, checklists: lists })
  const own = (row: number, stage?: 'firstCheck' | 'regular') =>
    book
      .forLoan({ table: 0, row }, stage ? { stage } : {})
      .items.filter(({ id }) => id.startsWith('tea/'))
      .map(({ id, state }) => [id, state])
  expect(own(0)).toEqual([
    ['tea/garden', 'open'],
    ['tea/visit', 'proven'],
  ])
  expect(own(0, 'regular')).toEqual([])
  expect(own(1)).toEqual([])
})

test('a list for all loans has no condition', () => {
  const { applies: _, stages: __, ...all } = written
  const { lists } = withPackLists(builtInChecklists, [all])
  const ledger = ledgerForTests([{ rows: [{ 借据号: 'J1', 贷款余额: 100, 放款日期: '2026-10-20' }] }])
  const list = prepareChecklists(ledger, { policy, checklists: lists }).forLoan({ table: 0, row: 0 })
  expect(list.additions.map(({ id }) => id)).toEqual(['tea'])
})
