import type { Rule, RuleCase } from '../types.ts'

const nothingDone = '五级分类 = "正常" and (整改状态 = null or 整改状态 = "未整改") and 清收方案 = null'
const actionDay = 'add working days(资金流向检查日期, 参数.挪用处置期限)'
const misuseRemedy = '按合同约定要求限期纠正、提前归还，并按事实调整风险分类，措施与日期入档。'

const businessLoan = '产品族 = "个人经营" or (产品族 = "流动资金" and 是否小微 = true)'

function youngBorrower(
  id: string,
  when: string,
  message: string,
  need: string,
  applies = businessLoan,
): RuleCase {
  return {
    id,
    kind: 'lead',
    severity: 'attention',
    applies,
    when,
    message,
    remedy: '交叉验证工商登记、实际经营与纳税信息，加强用途核查。',
    sources: ['R23'],
    needs: ['贷款品种', '放款日期', need],
    optional: { 是否小微: '否' },
  }
}

const loan = { 贷款余额: 500_000, 放款日期: '2026-03-02' }

/** Use of funds: what the purpose says, who borrows, and what was done about misuse. */
export const usePurposeRules: readonly Rule[] = [
  {
    id: 'USE-010',
    category: 'USE',
    nameZh: '用途不明或前后不符',
    nameEn: 'Purpose vague or inconsistent',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '用途空白由必填字段检查。用途笼统的按品种只提示一次。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'attention',
        applies: '产品族 in ("消费", "汽车", "个人经营", "农户", "流动资金")',
        when: 'matches(贷款用途, "购房|买房|房款|炒股|股票|期货|理财|购买基金|入股|增资")',
        message: '{贷款品种}，贷款用途写为“{贷款用途}”，与品种不符。',
        remedy: '核实实际用途，补充证明材料；确属改变用途的，按合同限期纠正。',
        sources: ['R23', 'R02e', 'S2'],
        needs: ['贷款品种', '贷款用途'],
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'attention',
        applies: '产品族 = "流动资金"',
        when: 'matches(贷款用途, "固定资产|设备购置|购置设备|建厂房|新建厂房|购置厂房|技改|购地|土地出让") and not(matches(所属行业, "批发|零售|贸易|^F[0-9]*$") and matches(贷款用途, "设备"))',
        message: '流动资金贷款，贷款用途写为“{贷款用途}”。',
        remedy: '核实是否用于固定资产投资，用途描述有误的更正并留痕。',
        sources: ['R02e'],
        needs: ['贷款品种', '贷款用途'],
        optional: { 所属行业: '其他' },
      },
      {
        id: 'c',
        kind: 'lead',
        severity: 'notice',
        when: '用途不一致 = true',
        message: '贷款用途“{贷款用途}”与合同用途“{合同用途}”不同。',
        remedy: '核对合同，用途描述有误的更正并留痕。',
        sources: ['S2'],
        needs: ['贷款用途', '合同用途'],
      },
      {
        id: 'd',
        kind: 'lead',
        severity: 'notice',
        when: '笼统用途笔数 > 0',
        message: '本品种有 {笼统用途笔数} 笔贷款用途只写笼统字样（如“{贷款用途}”），此为其中第一笔。',
        remedy: '补充具体用途与证明材料。',
        sources: ['S2', 'R04e'],
        needs: ['贷款用途'],
      },
    ],
    examples: [
      {
        given: { ...loan, 贷款品种: '个人消费贷款', 贷款用途: '购房' },
        outcome: 'hit',
        case: 'a',
      },
      { given: { ...loan, 贷款品种: '流动资金贷款', 贷款用途: '设备购置' }, outcome: 'hit', case: 'b' },
      { given: { ...loan, 贷款用途: '装修住宅', 合同用途: '采购原材料' }, outcome: 'hit', case: 'c' },
      { given: { ...loan, 贷款品种: '个人经营贷款', 贷款用途: '周转' }, outcome: 'hit', case: 'd' },
      { given: { ...loan, 贷款品种: '流动资金贷款', 贷款用途: '采购钢材' }, outcome: 'pass' },
      {
        given: { ...loan, 贷款用途: '购买原材料', 合同用途: '采购原材料' },
        outcome: 'pass',
        because: '同一用途的两种写法。',
      },
      {
        given: { ...loan, 贷款品种: '流动资金贷款', 所属行业: '机械设备批发', 贷款用途: '设备购置' },
        outcome: 'pass',
        because: '贸易企业购进的设备是货物。',
      },
      {
        given: { ...loan, 贷款品种: '个人住房按揭贷款', 贷款用途: '购房' },
        outcome: 'pass',
      },
      { given: { ...loan, 贷款品种: '流动资金贷款', 贷款用途: null }, outcome: 'incomplete' },
      {
        given: { ...loan, 贷款余额: 0, 贷款品种: '个人消费贷款', 贷款用途: '购房' },
        outcome: 'notApplicable',
      },
    ],
  },
  {
    id: 'USE-011',
    category: 'USE',
    nameZh: '经营贷借款主体资质需加强核查',
    nameEn: 'Business-loan borrower needs an extra check',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '是加强核查的要求，不是禁止。',
    cases: [
      youngBorrower(
        'a',
        '成立日期 > add months(放款日期, -参数.新设企业月数)',
        '企业 {成立日期} 成立，{放款日期} 放款时不足 {参数.新设企业月数} 个月。',
        '成立日期',
      ),
      youngBorrower(
        'b',
        '抵押房产持有月数 < 参数.房产持有月数下限',
        '抵押房产持有 {抵押房产持有月数} 个月，不足 {参数.房产持有月数下限} 个月。',
        '抵押房产持有月数',
        `(${businessLoan}) and 抵押房产持有月数 != null`,
      ),
    ],
    examples: [
      {
        given: { ...loan, 贷款品种: '个人经营贷款', 成立日期: '2025-06-01' },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { ...loan, 贷款品种: '个人经营贷款', 抵押房产持有月数: 11 },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { ...loan, 贷款品种: '流动资金贷款', 企业规模: '小型', 成立日期: '2025-06-01' },
        outcome: 'hit',
      },
      {
        given: { ...loan, 贷款品种: '个人经营贷款', 成立日期: '2025-03-02' },
        outcome: 'pass',
        because: '恰满一年。',
      },
      { given: { ...loan, 贷款品种: '个人经营贷款', 抵押房产持有月数: 12 }, outcome: 'pass' },
      {
        given: { ...loan, 贷款品种: '流动资金贷款', 企业规模: '小型', 抵押房产持有月数: null },
        outcome: 'notApplicable',
        because: '没有抵押房产。',
      },
      {
        given: { ...loan, 贷款品种: '个人消费贷款', 抵押房产持有月数: 3 },
        outcome: 'notApplicable',
      },
      { given: { ...loan, 贷款品种: '个人经营贷款', 成立日期: null }, outcome: 'incomplete' },
    ],
  },
  {
    id: 'USE-012',
    category: 'USE',
    nameZh: '发现挪用未采取措施',
    nameEn: 'Misuse found, no action',
    table: '借据',
    grain: '借据',
    segments: 'all',
    legalFloor: true,
    note: '处置期限为默认值。没有整改状态一列的台账只列应办。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        applies: '资金流向检查结论 != null and 资金流向检查结论 = "挪用"',
        when: `基准日 > ${actionDay} and ${nothingDone}`,
        message: '{资金流向检查日期} 检查结论为挪用，至今五级分类仍为正常，没有整改、清收记录。',
        remedy: misuseRemedy,
        sources: ['R04f', 'R17-673', 'S0'],
        needs: ['资金流向检查结论', '资金流向检查日期', '五级分类', '整改状态'],
        optional: { 清收方案: null },
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'warning',
        applies: '挪用标志 != null and 挪用标志 = "是"',
        when: nothingDone,
        message: '挪用标志为是，五级分类仍为正常，没有整改、清收记录。',
        remedy: misuseRemedy,
        sources: ['R04f', 'R17-673', 'S0'],
        needs: ['挪用标志', '五级分类', '整改状态'],
        optional: { 清收方案: null },
      },
      {
        id: 'c',
        kind: 'due',
        severity: 'attention',
        applies: '资金流向检查结论 != null and 资金流向检查结论 = "挪用"',
        when: `资金流向检查日期 <= 基准日 and ${nothingDone}`,
        dueDate: actionDay,
        message: `{资金流向检查日期} 检查结论为挪用，{${actionDay}} 前采取措施并登记。`,
        remedy: misuseRemedy,
        sources: ['R04f', 'R17-673', 'S0'],
        needs: ['资金流向检查结论', '资金流向检查日期', '五级分类'],
        optional: { 整改状态: null, 清收方案: null },
      },
    ],
    examples: [
      {
        given: {
          贷款余额: 500_000,
          资金流向检查结论: '挪用',
          资金流向检查日期: '2026-09-10',
          五级分类: '正常',
          整改状态: null,
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 贷款余额: 500_000, 挪用标志: '是', 五级分类: '正常', 整改状态: '未整改' },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          贷款余额: 500_000,
          资金流向检查结论: '挪用',
          资金流向检查日期: '2026-10-26',
          五级分类: '正常',
          整改状态: null,
        },
        outcome: 'hit',
        case: 'c',
        because: '处置期限未到。',
      },
      {
        given: {
          贷款余额: 500_000,
          资金流向检查结论: '挪用',
          资金流向检查日期: '2026-09-10',
          五级分类: '关注',
          整改状态: null,
        },
        outcome: 'pass',
        because: '已下调分类。',
      },
      {
        given: {
          贷款余额: 500_000,
          资金流向检查结论: '挪用',
          资金流向检查日期: '2026-09-10',
          五级分类: '正常',
          整改状态: '整改中',
        },
        outcome: 'pass',
      },
      {
        given: {
          贷款余额: 500_000,
          资金流向检查结论: '合规',
          资金流向检查日期: '2026-09-10',
          五级分类: '正常',
          整改状态: null,
        },
        outcome: 'notApplicable',
      },
      {
        given: {
          贷款余额: 500_000,
          资金流向检查结论: null,
          资金流向检查日期: null,
          挪用标志: null,
          五级分类: '正常',
          整改状态: null,
        },
        outcome: 'notApplicable',
        because: '没有检查结论，未做检查由 USE-001 提示。',
      },
      {
        given: {
          贷款余额: 500_000,
          资金流向检查结论: '挪用',
          资金流向检查日期: null,
          五级分类: '正常',
          整改状态: null,
        },
        outcome: 'incomplete',
      },
    ],
  },
]
