import { describe, expect, test } from 'vitest'

import { lowerStrict } from '../lowerStrict.ts'
import { parseFeel } from '../parse/parseFeel.ts'
import {
  a1Cell,
  a1Column,
  belongs,
  cellOfRow,
  outcomeFormula,
  tableColumn,
  thisRow,
  toExcel,
} from './index.ts'
import type { ExcelName, ExcelScope } from './scope.ts'

const cell = (type: 'number' | 'text' | 'date' | 'boolean', reference: string): ExcelName => ({
  kind: 'column',
  type,
  reference,
})

const parameters: ExcelScope = {
  lookup: (name) =>
    ({
      次级逾期天数: { kind: 'constant', value: 90 } as const,
      不良分类: { kind: 'constant', value: ['次级', '可疑', '损失'] } as const,
    })[name],
}

const names: Readonly<Record<string, ExcelName>> = {
  逾期天数: cell('number', 'A2'),
  贷款余额: cell('number', 'B2'),
  五级分类: cell('text', 'C2'),
  放款日期: cell('date', 'D2'),
  是否结清: cell('boolean', 'E2'),
  基准日: { kind: 'constant', value: { type: 'date', day: 20757 } },
  参数: { kind: 'group', scope: parameters },
  押品: {
    kind: 'relation',
    cardinality: 'many',
    rows: '(K2:K9=H2)',
    scope: {
      lookup: (name) => ({ 最新估值: cell('number', 'L2:L9'), 押品状态: cell('text', 'M2:M9') })[name],
    },
  },
  保证人: { kind: 'absent' },
}

const scope: ExcelScope = { lookup: (name) => names[name] }

function lowered(expression: string) {
  const parsed = parseFeel(expression, Object.keys(names))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return lowerStrict(parsed.ast)
}

function formulaOf(expression: string): string {
  const result = toExcel(lowered(expression), scope)
  if (result.ok) return (result.array ? '{}' : '') + result.formula
  return result.refusals.map((refusal) => `${refusal.code}: ${refusal.message}`).join('\n')
}

describe('a rule as a worksheet formula', () => {
  test.each([
    ['逾期天数 > 参数.次级逾期天数', 'IFERROR(--(IF(ISNUMBER(A2),A2,NA())>90),0.5)'],
    // = and <> would take upper and lower case for the same
    ['五级分类 = "a"', 'IFERROR(--EXACT(IF(C2="",NA(),C2&""),"a"),0.5)'],
    [
      '五级分类 in 参数.不良分类',
      'IFERROR(SUMPRODUCT(--EXACT(IF(C2="",NA(),C2&""),{"次级","可疑","损失"})),0.5)',
    ],
    // a blank cell is null, an unreadable one is neither
    ['逾期天数 = null', 'IFERROR(IF(ISNUMBER(A2),0,IF(A2="",1,0.5)),0.5)'],
    ['五级分类 != null', '(1-IFERROR(--(C2=""),0.5))'],
    ['保证人 = null', '0.5'],
    ['false and not(true) or false', 'MAX(MIN(0,(1-1)),0)'],
    [
      '放款日期 < add months(基准日, -1)',
      'IFERROR(--(IF(ISNUMBER(D2),INT(D2),NA())<EDATE(DATE(2026,10,31),TRUNC((-1)))),0.5)',
    ],
    // computed numbers are equal within a hair, stored ones exactly
    [
      '逾期天数 / 2 = 5',
      'IFERROR(--(ABS((IF(ISNUMBER(A2),A2,NA())/2)-5)<=1E-12*MAX(ABS((IF(ISNUMBER(A2),A2,NA())/2)),ABS(5))),0.5)',
    ],
    ['count(押品) = 0', '{}IFERROR(--(SUM(IF((K2:K9=H2),1,0))=0),0.5)'],
    ['count(保证人) = 0', '0.5'],
    [
      'some p in 押品 satisfies p.押品状态 = "查封"',
      '{}MAX(IF((K2:K9=H2),IFERROR(--EXACT(IF(M2:M9="",NA(),M2:M9&""),"查封"),0.5),0))',
    ],
  ])('%s', (expression, formula) => {
    expect(formulaOf(expression)).toBe(formula)
  })

  test.each([
    ['matches(五级分类, "^(a|b)+$")', 'form'],
    ['working days between(放款日期, 基准日) > 5', 'function'],
    ['五级分类 < "b"', 'form'],
    ['逾期天数 ** 2 > 4', 'form'],
    ['押品 = 1', 'form'],
  ])('%s has no formula and says why', (expression, code) => {
    expect(formulaOf(expression)).toMatch(new RegExp(`^${code}: .*(公式|加载项)`))
  })

  test('what Excel would not take is refused', () => {
    const long = Array.from({ length: 240 }, (_, index) => `逾期天数 > ${index}`).join(' or ')
    expect(formulaOf(long)).toMatch(/^size: .*8192/)
    const deep = Array.from({ length: 40 }, () => 'abs(').join('') + '逾期天数' + ')'.repeat(40)
    expect(formulaOf(`${deep} > 1`)).toMatch(/^IFERROR/)
    expect(formulaOf(`${deep.replaceAll('abs(', 'abs(-')} > 1`)).toMatch(/^size: .*64/)
  })

  test('the outcome of a case is one number', () => {
    const one = { applies: lowered('逾期天数 > 0'), when: lowered('五级分类 = "正常"') }
    expect(outcomeFormula(one, scope)).toMatchObject({
      ok: true,
      formula:
        'CHOOSE(1+6*IFERROR(--(IF(ISNUMBER(A2),A2,NA())>0),0.5)+2*IFERROR(--EXACT(IF(C2="",NA(),C2&""),"正常"),0.5),0,0,0,1,3,3,1,3,2)',
    })
  })
})

test.each([
  [a1Cell("1'月", 'C', 5), "'1''月'!$C5"],
  [a1Column('押品', 'D', 2, 9), "'押品'!$D$2:$D$9"],
  [thisRow('台账', '利率[%]#'), "台账[[#This Row],[利率'[%']'#]]"],
  [tableColumn('押品', '最新估值'), '押品[最新估值]'],
  [belongs('K2:K9', 'H2'), '((H2<>"")*EXACT(K2:K9,H2))'],
  [cellOfRow('L2:L9', 'K2:K9', 'H2'), 'INDEX(L2:L9,MATCH(1,((H2<>"")*EXACT(K2:K9,H2)),0))'],
])('reference %s', (reference, written) => {
  expect(reference).toBe(written)
})
