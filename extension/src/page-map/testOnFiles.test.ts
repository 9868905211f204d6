import { builtInPolicy } from '@postloan/core/policy'
import { expect, test } from 'vitest'

import type { PageMap } from './pageMapSchema.ts'
import { testOnFiles } from './testOnFiles.ts'

const map: PageMap = {
  id: 'a',
  version: '1',
  host: 'credit.bank.intra',
  path: '/loan',
  shows: 'detail',
  fields: [
    { field: 'loanNo', at: { label: '借据号' } },
    { field: 'balance', at: { label: '余额' } },
    { field: 'customerName', at: { selector: '#khmc' } },
    { field: 'fiveClass', at: { selector: 'table tr:nth-child(2) td' } },
  ],
}
/** 借据号 as the old systems write it. */
const gb18030 = [0xbd, 0xe8, 0xbe, 0xdd, 0xba, 0xc5]

test('each field of a map is looked for in the saved pages of all frames', () => {
  const old = Uint8Array.from([
    ...new TextEncoder().encode('<td>'),
    ...gb18030,
    ...new TextEncoder().encode('</td>'),
  ])
  const work = new TextEncoder().encode(
    '<td>余额：</td><td>余额：</td><input id="khmc"><script>throw 1</script>',
  )
  expect(testOnFiles(map, [old, work], builtInPolicy).map(({ field, found }) => [field, found])).toEqual([
    ['借据号', 1],
    ['贷款余额', 2],
    ['客户名称', 1],
    ['五级分类', null],
  ])
})
