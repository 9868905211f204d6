import { expect, test } from 'vitest'

import { builtInPolicy } from '../../policy/index.ts'
import type { PackPageMap } from '../../policy/pack/index.ts'
import { lintPack } from './lintPack.ts'
import { lintPageMap } from './lintPageMap.ts'

type PageMap = PackPageMap
type MappedField = PageMap['fields'][number]

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

test('a pack’s page maps are looked through with the pack’s own fields', () => {
  const pack = {
    document: 'postloan.policy',
    format: 1,
    id: 'one-branch',
    title: '页面配置',
    version: '1',
    issuer: '一支行',
    level: '分行',
    fields: [{ key: 'parkName', name: '所属园区', type: 'text' }],
    pageMaps: [mapOf({ field: '所属园区' }), mapOf({ field: '所属园林' })],
  }
  const { findings } = lintPack(JSON.stringify(pack), builtInPolicy)
  expect(findings.map(({ code, level }) => [code, level])).toEqual([
    ['twice', 'error'],
    ['unknownField', 'error'],
  ])
})
