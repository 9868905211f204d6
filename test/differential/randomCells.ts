import { formatIsoDay } from '@postloan/core/calendar'
import { childrenOf } from '@postloan/core/feel'
import { builtInPolicy as policy, type Field } from '@postloan/core/policy'
import type { Column } from '@postloan/core/table'

import type { Random } from '../portfolio/random.ts'
import { ruleExpressions, tablesOf } from './ruleExpressions.ts'
import { columnType, type Landmarks, landmarksOf, ledgerDay } from './ruleWorld.ts'

export type Cell = number | string | boolean | null
export type Cells = (row: number) => Cell

const landmarks: Landmarks = landmarksOf(
  tablesOf(policy).flatMap((table) => ruleExpressions(policy, table).map(({ lowered }) => lowered)),
  policy,
  childrenOf,
)

/** Any value of the field's type, one in six to one in two blank. */
export function anyCell(field: Field, random: Random): () => Cell {
  const blank = 0.15 + 0.35 * random.next()
  const pick = pickOf(field, random)
  return () => (random.chance(blank) ? null : pick())
}

const near = landmarks.numbers.flatMap((value) => [
  value - 1,
  value - 0.01,
  value,
  value,
  value + 0.01,
  value + 1,
])
/** Days, months, times: there is no half of one. */
const counts = near.filter((value) => Number.isInteger(value) && Math.abs(value) < 20_000)
const spans = landmarks.numbers.filter((value) => Number.isInteger(value) && Math.abs(value) < 4000)
const days = spans.flatMap((span) => [span - 1, span, span + 1, -span])
const texts = [...landmarks.texts].filter((text) => text !== '')

/** Texts that rules name beside the field, or samples of what banks write where the rules look for words. */
function textsOf(field: Field): readonly string[] {
  const given = samples[field.key]
  if (given) return given
  const beside = policy.rules
    .flatMap((rule) => rule.cases.flatMap((one) => [one.applies ?? '', one.when]))
    .filter((text) => text.includes(field.name))
    .flatMap((text) => [...text.matchAll(/"([^"]+)"/g)].map(([, inner]) => inner ?? ''))
  return beside.length > 0 ? beside : texts
}

const samples: Readonly<Record<string, readonly string[]>> = {
  productType: [
    '流动资金贷款',
    '固定资产贷款',
    '个人住房贷款',
    '个人经营贷款',
    '个人消费贷款',
    '农户贷款',
    '汽车贷款',
    '项目融资',
    '并购贷款',
    '信用卡',
    '循环贷款',
  ],
  industry: ['制造业', '批发和零售业', '房地产业', '农、林、牧、渔业', '建筑业'],
  loanPurpose: [
    '购原材料',
    '资金周转',
    '经营周转',
    '购房',
    '炒股',
    '购买理财',
    '装修',
    '偿还他行贷款',
    '进货',
    '其他',
  ],
  contractPurpose: ['购原材料', '进货', '装修', '购车'],
  txnSummary: [
    '货款',
    '工资',
    '证券',
    '理财',
    '购房款',
    '还款',
    '转账',
    '期货保证金',
    '股权投资款',
    '备用金',
  ],
  counterpartyName: [
    '某某证券',
    '某某房地产开发有限公司',
    '某某建材经营部',
    '客户1',
    '客户2',
    '某某投资公司',
  ],
  mobile: ['15400000001', '15400000002', '1540000', '15412345678', '00000000000'],
  idNumber: ['65909919700101001X', '659099197001010015', '12345'],
  uscc: ['91659099100000059R', '916590991000000591'],
  archiveMissing: ['借据', '借款合同、借据', '身份证', '无'],
  archiveChecklist: ['借款合同；借据；身份证', '征信报告', '借款合同'],
  checkersLastYear: ['张三、李四、王五、赵六', '张三、张三、张三、张三', '张三'],
  managerName: ['张三', '李四', '王五'],
  checkerId: ['张三', '李四', '王五'],
  reviewerId: ['张三', '李四', '王五'],
}

const moments = ['07:59', '08:00', '12:30', '21:00', '21:59', '22:00', '23:10']

function pickOf(field: Field, random: Random): () => Cell {
  switch (columnType(field)) {
    case 'date':
      return () => ledgerDay - (random.chance(0.7) ? random.pick(days) : random.between(-400, 3000))
    case 'number':
      return field.type === 'money'
        ? () => (random.chance(0.5) ? random.between(0, 9_000_000) / 100 : random.pick(near))
        : field.type === 'percent'
          ? () => random.pick(near)
          : () => random.pick(counts)
    case 'boolean':
      return () => random.chance(0.5)
    case 'text': {
      const list = policy.codeLists.find(({ id }) => id === field.codeList)
      const values = list?.values.map(({ value }) => value) ?? []
      if (values.length > 0) return () => random.pick(values)
      if (field.key === 'collectionTime') {
        return () => `${formatIsoDay(ledgerDay - random.between(0, 40))} ${random.pick(moments)}`
      }
      const known = textsOf(field)
      return () =>
        random.chance(0.6)
          ? random.pick(known)
          : random.chance(0.2)
            ? random.pick(texts)
            : `${field.name}${random.between(1, 400)}`
    }
  }
}

export function columnOf(field: Field, rowCount: number, cell: Cells): Column {
  const kind = columnType(field)
  if (kind === 'text') {
    const codes = new Int32Array(rowCount)
    const known = new Map<string, number>()
    for (let row = 0; row < rowCount; row++) {
      const value = cell(row)
      if (typeof value !== 'string') {
        codes[row] = -1
        continue
      }
      const code = known.get(value) ?? known.size
      known.set(value, code)
      codes[row] = code
    }
    return { kind, codes, dictionary: [...known.keys()] }
  }
  if (kind === 'boolean') {
    const truths = Uint8Array.from({ length: rowCount }, (_, row) => {
      const value = cell(row)
      return typeof value === 'boolean' ? Number(value) : 2
    })
    return { kind, values: truths }
  }
  const values = new Float64Array(rowCount)
  for (let row = 0; row < rowCount; row++) {
    const value = cell(row)
    values[row] = typeof value === 'number' ? value : Number.NaN
  }
  return { kind, values }
}
