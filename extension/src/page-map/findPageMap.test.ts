import { expect, test } from 'vitest'

import { reportOf } from '../engine/reportForTests.ts'
import { findPageMap } from './findPageMap.ts'
import type { MappedField, PageMap } from './pageMapSchema.ts'

const mapOf = (field: Partial<MappedField>, more: Partial<PageMap> = {}): PageMap => ({
  id: 'm',
  version: '1',
  host: 'credit.intra',
  path: '/a.jsp',
  shows: 'detail',
  fields: [{ field: 'balance', at: { label: '余额' }, ...field }],
  ...more,
})

test.each([
  ['credit.intra', '/a.jsp', true],
  ['credit.intra', '/b.jsp', false],
  ['credit.intra.evil.com', '/a.jsp', false],
  ['credit.intra:8080', '/a.jsp', true],
])('a map is of its own page only: %s%s', (host, path, found) => {
  expect(findPageMap([mapOf({})], [reportOf(0, [], { host, path })]) !== null).toBe(found)
})
