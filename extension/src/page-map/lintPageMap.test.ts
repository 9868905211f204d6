import { builtInPolicy } from '@postloan/core/policy'
import { expect, test } from 'vitest'

import { reportOf } from '../engine/reportForTests.ts'
import { findPageMap } from './findPageMap.ts'
import { lintPageMap } from './lintPageMap.ts'
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

test.each<[string, PageMap, string[]]>([
  ['a label', mapOf({}), []],
  ['a named selector', mapOf({ at: { selector: 'input[name="bal"]' } }), []],
  ['a position', mapOf({ at: { selector: 'table:nth-of-type(1) tr:nth-child(5) input' } }), ['position']],
  ['a generated id', mapOf({ at: { selector: '#ext-gen1023' } }), ['generatedId']],
  ['a position beside a label', mapOf({ at: { label: '余额', selector: 'tr:nth-child(5) input' } }), []],
  ['nothing', mapOf({ at: {} }), ['noLocator']],
  ['a field nobody knows', mapOf({ field: 'nonsense' }), ['unknownField']],
  ['a condition that is none', mapOf({ required: '五级分类 = = 1' }), ['condition']],
  ['every page of a host', { ...mapOf({}), path: undefined }, ['noPage']],
])('a map by %s', (_, map, codes) => {
  expect(lintPageMap(map, builtInPolicy).map(({ code }) => code)).toEqual(codes)
})

test.each([
  ['credit.intra', '/a.jsp', true],
  ['credit.intra', '/b.jsp', false],
  ['credit.intra.evil.com', '/a.jsp', false],
  ['credit.intra:8080', '/a.jsp', true],
])('a map is of its own page only: %s%s', (host, path, found) => {
  expect(findPageMap([mapOf({})], [reportOf(0, [], { host, path })]) !== null).toBe(found)
})
