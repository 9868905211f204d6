import { expect, test } from 'vitest'

import { reportOf } from '../engine/reportForTests.ts'
import { findPageMap } from './findPageMap.ts'
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
