import type { Rule } from '../types.ts'

/** A made-up report of more than 120 characters, without names and numbers. */
const report =
  '走访企业生产车间与仓库，设备正常运转，工人在岗，原材料堆放整齐，产成品库存处于合理水平。核对销售合同、增值税发票与银行流水，回款基本正常，主要客户没有变化。贷款资金用于采购生产所需钢材，与合同约定一致，付款凭证齐全。抵押厂房完好，未见出租或查封，产权登记有效。企业负责人介绍下半年订单稳定，还款来源为销售回款，预计能够按期还本付息，综合判断风险可控。'
const other =
  '现场查看养殖基地，存栏情况与申报数量大致相符，近期饲料价格上涨，利润空间收窄。借款人表示将于年底集中出栏，已与屠宰加工企业签订收购意向。查阅记账本，水电费与饲料采购支出连续，未发现对外投资。保证人经营一家五金店，收入稳定，愿意继续承担责任。需要关注疫病防控与价格下行，建议下季度再次走访，并要求提供出栏结算单据以核对回款，必要时调整还款安排。'
const firm = { 客户类型: '对公', 贷款余额: 500_000, 客户编号: 'KH1', 检查报告正文: report }

/** Inspection: reports that repeat one another. */
export const insReportRules: readonly Rule[] = [
  {
    id: 'INS-009',
    category: 'INS',
    nameZh: '检查报告雷同',
    nameEn: 'Inspection reports alike',
    table: '借据',
    grain: '借据',
    segments: ['对公'],
    note: '去掉名称、数字、日期与标点后至少 120 字才比；个人与涉农贷款的报告多用固定格式，不比。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        applies: '涉农标志 = null or 涉农标志 = "否"',
        when: '雷同报告户数 >= 1',
        message: '检查报告正文与另外 {雷同报告户数} 户客户的相似度达 {雷同报告相似度}%。',
        remedy: '核对检查记录与影像，按实际情况撰写报告，注明实际日期。',
        sources: ['S0', 'S2', 'bank'],
        needs: ['检查报告正文'],
        optional: { 涉农标志: '否' },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'notice',
        applies: '(涉农标志 = null or 涉农标志 = "否") and 最近检查日期 > 上期.最近检查日期',
        when: '上期报告相似度 >= 参数.报告雷同阈值',
        message: '{最近检查日期} 的检查报告正文与上期（{上期.最近检查日期}）的相似度达 {上期报告相似度}%。',
        remedy: '补充本期的实际变化。',
        sources: ['S0', 'S2', 'bank'],
        needs: ['检查报告正文', '最近检查日期', '上期.检查报告正文', '上期.最近检查日期'],
        optional: { 涉农标志: '否' },
      },
    ],
    examples: [
      {
        given: {
          ...firm,
          所属集团: '甲',
          同集团: [{ 客户类型: '对公', 客户编号: 'KH2', 检查报告正文: `2026年10月9日${report}` }],
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          ...firm,
          借据号: 'J1',
          最近检查日期: '2026-10-20',
          上期: { 借据号: 'J1', 最近检查日期: '2026-07-20', 检查报告正文: report },
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { ...firm, 同集团: [{ 客户类型: '对公', 客户编号: 'KH2', 检查报告正文: other }] },
        outcome: 'pass',
      },
      {
        given: {
          ...firm,
          检查报告正文: '经营正常，按期付息，风险可控。',
          同集团: [{ 客户类型: '对公', 客户编号: 'KH2', 检查报告正文: '经营正常，按期付息，风险可控。' }],
        },
        outcome: 'pass',
        because: '字数太少，雷同不说明问题。',
      },
      {
        given: { ...firm, 同客户: [{ 客户类型: '对公', 检查报告正文: report }] },
        outcome: 'pass',
        because: '同一客户两笔借据共用一份报告。',
      },
      {
        given: {
          ...firm,
          借据号: 'J1',
          最近检查日期: '2026-07-20',
          上期: { 借据号: 'J1', 最近检查日期: '2026-07-20', 检查报告正文: report },
        },
        outcome: 'pass',
        because: '本期没有新的检查，台账沿用上期的报告。',
      },
      {
        given: {
          ...firm,
          客户类型: '个人',
          同集团: [{ 客户类型: '个人', 客户编号: 'KH2', 检查报告正文: report }],
        },
        outcome: 'notApplicable',
        because: '小额贷款用固定格式。',
      },
      {
        given: {
          ...firm,
          涉农标志: '是',
          同集团: [{ 客户类型: '对公', 客户编号: 'KH2', 涉农标志: '是', 检查报告正文: report }],
        },
        outcome: 'notApplicable',
      },
      { given: { ...firm, 检查报告正文: null }, outcome: 'incomplete' },
    ],
  },
]
