import { expect, test } from 'vitest'

import { loanHead } from './loanCells.ts'

test('a loan known by its customer only has a key without the number of a person', () => {
  const cells = {
    customerName: '张三 330106198001011234',
    disburseDate: '2026-09-01',
    loanAmount: '100000.00',
  }
  const head = loanHead(cells)
  expect(head?.keyKind).toBe('nameDateAmount')
  expect(JSON.stringify(head)).not.toContain('330106198001011234')
  expect(head?.key).toContain('2026-09-01|100000.00')
})
