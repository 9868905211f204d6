import type { Rule } from '../types.ts'
import { ownAndRegister } from './itemCases.ts'

/** Records from the day of the guidance on; a record without a date is judged. */
const sinceGuide = (of: (field: string) => string): string =>
  `(${of('催收日')} = null or ${of('催收日')} >= 参数.催收指引起始日)`
const stranger = '"无关第三人"'

/** What the industry's guidance on collection forbids. */
export const cmpCollectionRules: readonly Rule[] = [
  {
    id: 'CMP-001',
    category: 'CMP',
    nameZh: '禁止时段催收',
    nameEn: 'Collection in quiet hours',
    table: '借据',
    grain: '借据',
    segments: ['个人'],
    scope: 'any',
    note: '每日 22 时至次日 8 时；债务人同意的除外，台账没有同意的登记，须人工核实。0 时 0 分 0 秒视为没有记时刻。',
    cases: ownAndRegister('催收', ['a', 'b'], {
      kind: 'violation',
      severity: 'serious',
      ownApplies: '催收时点 != null',
      hits: ({ of }) =>
        `${of('催收时点')} != null and (${of('催收时点')} >= 参数.催收禁止起始时点 or ${of('催收时点')} < 参数.催收禁止终止时点) and ${sinceGuide(of)}`,
      message: ({ show }) =>
        `催收时间 ${show('催收时间')}，在 {参数.催收禁止起始时点} 时至次日 {参数.催收禁止终止时点} 时之间。`,
      remedy: '停止在此时段催收，核实是否征得债务人同意，登记并改进排班与外呼设置。',
      sources: ['R26'],
      itemNeeds: ['催收时间', '催收时点', '催收日'],
    }),
    examples: [
      {
        given: { 客户类型: '个人', 贷款余额: 10_000, 催收时间: '2026-10-20 22:00' },
        outcome: 'hit',
        case: 'a',
      },
      { given: { 客户类型: '个人', 贷款余额: 10_000, 催收时间: '2026-10-20 21:59' }, outcome: 'pass' },
      { given: { 客户类型: '个人', 贷款余额: 10_000, 催收时间: '2026-10-20 08:00' }, outcome: 'pass' },
      {
        given: { 客户类型: '个人', 贷款余额: 10_000, 催收时间: '2025-12-20 22:30' },
        outcome: 'pass',
        because: '指引发布之前',
      },
      {
        given: { 客户类型: '个人', 贷款余额: 10_000, 催收时间: '2026-10-20 00:00:00' },
        outcome: 'notApplicable',
        because: '只有日期，没有时刻',
      },
      {
        given: {
          客户类型: '个人',
          贷款余额: 10_000,
          催收: [{ 催收时间: '2026-10-19 10:00' }, { 催收时间: '2026年10月20日 晚上10点15分' }],
        },
        outcome: 'hit',
        case: 'b',
      },
      { given: { 客户类型: null, 贷款余额: 10_000, 催收时间: '2026-10-20 22:30' }, outcome: 'incomplete' },
      {
        given: { 客户类型: '对公', 贷款余额: 10_000, 催收时间: '2026-10-20 22:30' },
        outcome: 'notApplicable',
      },
    ],
  },
  {
    id: 'CMP-002',
    category: 'CMP',
    nameZh: '同一号码当日拨打过多',
    nameEn: 'Too many calls to one number in a day',
    table: '借据',
    grain: '借据',
    segments: ['个人'],
    scope: 'any',
    cases: ownAndRegister('催收', ['a', 'b'], {
      kind: 'violation',
      severity: 'warning',
      ownApplies: '当日拨打次数 != null',
      hits: ({ of }) => `${of('当日拨打次数')} != null and ${of('当日拨打次数')} > 参数.同号当日拨打上限`,
      message: ({ show }) => `同一号码当日拨打 ${show('当日拨打次数')} 次，超过 {参数.同号当日拨打上限} 次。`,
      remedy: '调整外呼策略，控制同一号码的拨打次数。',
      sources: ['R26'],
      itemNeeds: ['当日拨打次数'],
    }),
    examples: [
      { given: { 客户类型: '个人', 贷款余额: 10_000, 当日拨打次数: 7 }, outcome: 'hit', case: 'a' },
      { given: { 客户类型: '个人', 贷款余额: 10_000, 当日拨打次数: 6 }, outcome: 'pass' },
      {
        given: { 客户类型: '个人', 贷款余额: 10_000, 催收: [{ 当日拨打次数: 3 }, { 当日拨打次数: 9 }] },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 客户类型: '个人', 贷款余额: 10_000, 催收: [{ 当日拨打次数: 3 }, { 当日拨打次数: null }] },
        outcome: 'pass',
        because: '上门、短信没有拨打次数',
      },
      {
        given: { 贷款余额: 10_000, 催收: [{ 当日拨打次数: 7 }] },
        outcome: 'incomplete',
        case: 'b',
        because: '看不出是个人还是对公客户',
      },
    ],
  },
  {
    id: 'CMP-003',
    category: 'CMP',
    nameZh: '向无关第三人催收',
    nameEn: 'Collection from somebody unrelated',
    table: '借据',
    grain: '借据',
    segments: ['个人'],
    scope: 'any',
    note: '债务人失联时只可请第三人转告，不得透露债务。联系对象写“其他”的不作判断。',
    cases: [
      ...ownAndRegister('催收', ['a', 'b'], {
        kind: 'violation',
        severity: 'serious',
        ownApplies: '联系对象关系 != null',
        hits: ({ of }) =>
          `${of('联系对象关系')} != null and ${of('联系对象关系')} = ${stranger} and ${of('债务人失联')} = "否" and ${sinceGuide(of)}`,
        message: () => '债务人没有失联，催收联系的对象为无关第三人。',
        remedy: '停止联系无关第三人，核实是否透露债务，登记并改进作业。',
        sources: ['R26'],
        itemNeeds: ['联系对象关系', '债务人失联', '催收日'],
      }),
      ...ownAndRegister('催收', ['c', 'd'], {
        kind: 'violation',
        severity: 'warning',
        ownApplies: '联系对象关系 != null',
        hits: ({ of }) =>
          `${of('联系对象关系')} != null and ${of('联系对象关系')} = ${stranger} and ${of('债务人失联')} = null and ${sinceGuide(of)}`,
        message: () => '催收联系的对象为无关第三人，没有登记债务人是否失联。',
        remedy: '核实债务人是否失联、是否透露债务；没有失联的停止联系无关第三人。',
        sources: ['R26'],
        itemNeeds: ['联系对象关系', '债务人失联', '催收日'],
      }),
      ...ownAndRegister('催收', ['e', 'f'], {
        kind: 'lead',
        severity: 'attention',
        ownApplies: '疑似透露债务 != null',
        hits: ({ of }) => `${of('疑似透露债务')} != null`,
        message: ({ show }) => `催收记录出现“${show('疑似透露债务')}”字样，需人工复核。`,
        remedy: '复核是否向无关第三人说到债务；共同债务人、保证人除外。',
        sources: ['R26'],
        itemNeeds: ['催收记录', '疑似透露债务'],
      }),
    ],
    examples: [
      {
        given: {
          客户类型: '个人',
          贷款余额: 10_000,
          联系对象关系: '无关第三人',
          债务人失联: '否',
          最近催收日期: '2026-10-20',
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户类型: '个人',
          贷款余额: 10_000,
          联系对象关系: '无关第三人',
          债务人失联: '是',
          最近催收日期: '2026-10-20',
        },
        outcome: 'pass',
        because: '债务人失联，请第三人转告',
      },
      {
        given: {
          客户类型: '个人',
          贷款余额: 10_000,
          联系对象关系: '保证人',
          债务人失联: '否',
          最近催收日期: '2026-10-20',
        },
        outcome: 'pass',
      },
      {
        given: {
          客户类型: '个人',
          贷款余额: 10_000,
          催收: [{ 联系对象关系: '无关第三人', 债务人失联: null, 最近催收日期: '2026-10-20' }],
        },
        outcome: 'hit',
        case: 'd',
      },
      {
        given: {
          客户类型: '个人',
          贷款余额: 10_000,
          催收: [{ 联系对象关系: null, 债务人失联: '否', 最近催收日期: '2026-10-20' }],
        },
        outcome: 'pass',
        because: '没有登记联系了谁的不判断',
      },
      {
        given: {
          贷款余额: 10_000,
          催收: [{ 联系对象关系: '无关第三人', 债务人失联: '否', 最近催收日期: '2026-10-20' }],
        },
        outcome: 'incomplete',
        case: 'b',
        because: '看不出是个人还是对公客户',
      },
      {
        given: { 客户类型: '个人', 贷款余额: 10_000, 催收记录: '电话告知其父亲该户欠款情况' },
        outcome: 'hit',
        case: 'e',
      },
      {
        given: { 客户类型: '个人', 贷款余额: 10_000, 催收: [{ 催收记录: '请其父亲转告回电，未说明欠款' }] },
        outcome: 'pass',
        because: '只请转告',
      },
    ],
  },
  {
    id: 'CMP-004',
    category: 'CMP',
    nameZh: '催收记录含违规手段字样',
    nameEn: 'Wording of a forbidden method in collection notes',
    table: '借据',
    grain: '借据',
    segments: 'all',
    scope: 'any',
    note: '只凭用字，不作定性：前后六个字内有否定词的、法院公告和报纸公告的不算。',
    cases: ownAndRegister('催收', ['a', 'b'], {
      kind: 'lead',
      severity: 'warning',
      ownApplies: '催收用语命中 != null',
      hits: ({ of }) => `${of('催收用语命中')} != null`,
      message: ({ show }) => `催收记录或清收方案出现“${show('催收用语命中')}”字样，需人工复核。`,
      remedy: '人工复核原文与录音；确有其事的立即纠正并按规定处理，规范话术。',
      sources: ['R26', 'S4'],
      itemNeeds: ['催收用语命中'],
    }),
    examples: [
      { given: { 贷款余额: 10_000, 催收记录: '上门后对其威胁，称要起诉' }, outcome: 'hit', case: 'a' },
      {
        given: { 贷款余额: 10_000, 催收: [{ 催收记录: '提醒还款，未威胁、无辱骂' }] },
        outcome: 'pass',
        because: '前有否定词',
      },
      {
        given: { 贷款余额: 10_000, 催收: [{ 催收记录: '法院已张贴公告送达' }] },
        outcome: 'pass',
        because: '法院公告',
      },
      {
        given: { 贷款余额: 10_000, 催收: [{ 清收方案: '在村口张贴大字报' }] },
        outcome: 'hit',
        case: 'b',
      },
      { given: { 贷款余额: 10_000, 催收记录: '提醒还款' }, outcome: 'notApplicable' },
    ],
  },
]
