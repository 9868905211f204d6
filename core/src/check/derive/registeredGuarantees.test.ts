import { expect, it } from 'vitest'

import { parseIsoDay } from '../../calendar/index.ts'
import { builtInPolicy } from '../../policy/index.ts'
import { valueAt } from '../../table/index.ts'
import { deriveColumns } from './deriveColumns.ts'
import { loansOf } from './loansForTests.ts'

it('a register of guarantors with an agreed day after maturity outweighs the six months of the law', () => {
  const relation = builtInPolicy.relations.find(({ name }) => name === '保证人')
  if (!relation) throw new Error('the policy relates loans to guarantors')
  const loans = loansOf([
    { loanNo: 'A', maturityDate: '2026-03-20' },
    { loanNo: 'B', maturityDate: '2026-03-20' },
    { loanNo: 'C', maturityDate: '2026-03-20' },
  ])
  const register = loansOf([
    { loanNo: 'A', guaranteePeriodEnd: '2029-03-20' },
    { loanNo: 'B', guaranteePeriodEnd: '2026-03-20' },
  ])
  const derived = deriveColumns(loans, {
    asOf: parseIsoDay('2026-10-31'),
    parameters: builtInPolicy.parameters,
    guarantors: { table: { ...register, name: '保证人' }, relation },
  })
  const column = derived.get('guaranteeRegistered')
  expect([0, 1, 2].map((row) => column && valueAt(column, row))).toEqual([true, false, false])
})
