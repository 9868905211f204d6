import { expect, test } from 'vitest'

import { reportOf } from '../engine/reportForTests.ts'
import { findPageMap, selectorsOf } from './findPageMap.ts'
import type { PageMap } from './pageMapSchema.ts'

const map: PageMap = {
  id: 'm',
  version: '1',
  host: 'credit.intra',
  path: '/a.jsp',
  shows: 'detail',
  fields: [{ field: 'balance', at: { label: '余额' } }],
}

test.each([
  ['credit.intra', '/a.jsp', true],
  ['credit.intra', '/b.jsp', false],
  ['credit.intra.evil.com', '/a.jsp', false],
  ['credit.intra:8080', '/a.jsp', true],
])('a map is of its own page only: %s%s', (host, path, found) => {
  expect(findPageMap([map], [reportOf(0, [], { host, path })]) !== null).toBe(found)
})

test('selectors are asked for by the maps of these hosts only, each once', () => {
  const fields = [
    { field: 'balance', at: { label: '余额' } },
    { field: 'loanNo', at: { selector: '#no' } },
    { field: 'dueDate', at: { label: '到期日', selector: '#no' } },
  ]
  const grids: PageMap['grids'] = [{ at: { selector: '#list' }, table: '借据', columns: {} }]
  const other = { ...map, host: 'other.intra', fields: [{ field: 'balance', at: { selector: '#x' } }] }
  const maps: PageMap[] = [{ ...map, fields, grids }, other]
  expect(selectorsOf(maps, ['frame.intra', 'credit.intra:8080'])).toEqual(['#no', '#list'])
  expect(selectorsOf(maps, ['frame.intra'])).toEqual([])
})
