import type { Rule } from '../types.ts'

const large = '(p.交易金额 > 贷款金额 * 参数.大额支付比例 / 100 or p.交易金额 >= 参数.大额支付金额)'
/** The first payment that a condition finds, for the message. */
const first = (condition: string, field: string): string =>
  `(支付[是否付出 = true and ${condition}].${field})[1]`

const loan = { 借据号: 'J1', 贷款余额: 1_000_000, 贷款金额: 1_000_000, 放款日期: '2026-09-01' }
const firm = { ...loan, 客户名称: '某机械有限公司', 法定代表人: '甲某', 实际控制人: '乙某' }
const out = {
  借据号: 'J1',
  借贷标志: '借',
  交易日期: '2026-09-02',
  交易金额: 400_000,
  对方户名: '某钢铁公司',
}
const back = {
  借据号: 'J1',
  借贷标志: '贷',
  交易日期: '2026-09-12',
  交易金额: 300_000,
  对方户名: '某钢铁公司',
}

/** Use of funds: where the money went. All are patterns to be looked into; none is proof. */
export const useFlowsRules: readonly Rule[] = [
  {
    id: 'USE-006',
    category: 'USE',
    nameZh: '疑似贷款资金回流借款人',
    nameEn: 'Funds flow back to the borrower',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '付给本人的不算付出。比例与天数为默认值。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        when: '回流占比 >= 参数.资金回流比例',
        message:
          '付给“{回流对方}”的款项，{参数.资金回流天数} 天内有 {回流金额} 元付回借款人、法定代表人或实际控制人，占该笔的 {回流占比}%。',
        remedy: '核实贸易背景、退货退款依据与资金用途，留存凭证，未确认前不作定性。',
        sources: ['S2', 'bank'],
        needs: ['回流占比'],
      },
    ],
    examples: [
      { given: { ...firm, 支付: [out, back] }, outcome: 'hit' },
      {
        given: {
          ...firm,
          支付: [
            out,
            { ...out, 户名: '某钢铁公司', 对方户名: '甲某', 交易日期: '2026-09-20', 交易金额: 200_000 },
          ],
        },
        outcome: 'hit',
        because: '收款人付给了法定代表人。',
      },
      { given: { ...firm, 支付: [out, { ...back, 交易金额: 150_000 }] }, outcome: 'pass' },
      {
        given: { ...firm, 支付: [out, { ...back, 交易日期: '2026-11-01' }] },
        outcome: 'pass',
        because: '超过三十天。',
      },
      {
        given: { ...firm, 支付: [out, { ...back, 对方户名: '某百货公司' }] },
        outcome: 'pass',
        because: '别家付来的货款。',
      },
      { given: { ...firm, 支付: [out, { ...back, 交易金额: null }] }, outcome: 'incomplete' },
      { given: { ...firm, 贷款余额: 0, 支付: [out, back] }, outcome: 'notApplicable' },
    ],
  },
  {
    id: 'USE-007',
    category: 'USE',
    nameZh: '疑似资金流入禁止领域',
    nameEn: 'Funds may enter a forbidden area',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '在摘要与对方户名中查词，先除去社保基金、住房公积金、房租等。按揭、商用房、并购贷款不查；建筑业的工程款、贸易企业的设备款不算。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        applies: 'not(产品族 in ("按揭", "商用房", "并购", "公积金"))',
        when: 'some p in 支付 satisfies p.是否付出 = true and p.禁止投向命中 != null',
        message: `支付清单中有一笔付给“{${first('禁止投向命中 != null', '对方户名')}}”，含“{${first('禁止投向命中 != null', '禁止投向命中')}}”字样。`,
        remedy: '核实用途并留存凭证，未确认前不作定性；确属改变用途的，按合同限期纠正。',
        sources: ['R23', 'S3'],
        needs: ['支付', '支付.摘要'],
        optional: { 产品族: '其他' },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'warning',
        applies: '产品族 = "流动资金"',
        when: 'some p in 支付 satisfies p.是否付出 = true and p.投资用途命中 != null and not(p.投资用途命中 = "工程款" and matches(所属行业, "建筑|施工|装饰|安装|^E[0-9]*$")) and not(p.投资用途命中 in ("设备购置", "购置设备") and matches(所属行业, "批发|零售|贸易|^F[0-9]*$"))',
        message: `流动资金贷款，支付清单中有一笔付给“{${first('投资用途命中 != null', '对方户名')}}”，含“{${first('投资用途命中 != null', '投资用途命中')}}”字样。`,
        remedy: '核实是否用于固定资产、股权等投资，留存合同与发票，未确认前不作定性。',
        sources: ['R02e'],
        needs: ['贷款品种', '支付', '支付.摘要'],
        optional: { 所属行业: '其他' },
      },
    ],
    examples: [
      { given: { ...loan, 支付: [{ ...out, 摘要: '支付购房款' }] }, outcome: 'hit', case: 'a' },
      {
        given: { ...loan, 支付: [{ ...out, 对方户名: '某证券股份有限公司', 摘要: '转账' }] },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          ...loan,
          贷款品种: '流动资金贷款',
          所属行业: '通用设备制造业',
          支付: [{ ...out, 摘要: '设备购置' }],
        },
        outcome: 'hit',
        case: 'b',
      },
      { given: { ...loan, 支付: [{ ...out, 摘要: '支付货款' }] }, outcome: 'pass' },
      {
        given: {
          ...loan,
          支付: [{ ...out, 对方户名: '某市社保基金管理中心', 摘要: '缴社保基金、住房公积金' }],
        },
        outcome: 'pass',
        because: '社保、公积金不是投资。',
      },
      { given: { ...loan, 支付: [{ ...out, 摘要: '四季度房租' }] }, outcome: 'pass' },
      {
        given: {
          ...loan,
          贷款品种: '流动资金贷款',
          所属行业: '房屋建筑业',
          支付: [{ ...out, 摘要: '分包工程款' }],
        },
        outcome: 'pass',
        because: '建筑企业的工程款是经营支出。',
      },
      {
        given: {
          ...loan,
          贷款品种: '流动资金贷款',
          所属行业: '机械设备批发',
          支付: [{ ...out, 摘要: '设备购置款' }],
        },
        outcome: 'pass',
        because: '贸易企业购进的设备是货物。',
      },
      {
        given: { ...loan, 支付: [{ ...out, 借贷标志: '贷', 摘要: '理财赎回' }] },
        outcome: 'pass',
        because: '是收入。',
      },
      {
        given: { ...loan, 贷款品种: '个人住房按揭贷款', 支付: [{ ...out, 摘要: '支付购房款' }] },
        outcome: 'notApplicable',
      },
      {
        given: { ...loan, 贷款品种: '并购贷款', 支付: [{ ...out, 摘要: '股权收购价款' }] },
        outcome: 'notApplicable',
      },
      { given: { ...loan, 支付: [{ ...out, 借贷标志: null, 摘要: '购房款' }] }, outcome: 'incomplete' },
    ],
  },
  {
    id: 'USE-008',
    category: 'USE',
    nameZh: '关联方大额资金往来',
    nameEn: 'Large transfer to a related party',
    table: '借据',
    grain: '借据',
    segments: ['对公', '普惠', '集团'],
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        when: `some p in 支付 satisfies p.是否付出 = true and p.关联方标志 = "是" and ${large}`,
        message: `向关联方“{${first('关联方标志 = "是"', '对方户名')}}”大额付款（超过贷款金额的 {参数.大额支付比例}% 或达到 {参数.大额支付金额} 元）。`,
        remedy: '核实交易背景与定价，查看对应的合同、发票与货权单据。',
        sources: ['S2'],
        needs: ['贷款金额', '支付', '支付.关联方标志'],
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'warning',
        when: `some p in 支付 satisfies p.是否付出 = true and ((法定代表人 != null and p.对方户名 = 法定代表人) or (实际控制人 != null and p.对方户名 = 实际控制人)) and ${large}`,
        message:
          '向法定代表人或实际控制人大额付款（超过贷款金额的 {参数.大额支付比例}% 或达到 {参数.大额支付金额} 元）。',
        remedy: '核实交易背景，查看对应的合同与凭证。',
        sources: ['S2'],
        needs: ['贷款金额', '支付', '支付.对方户名'],
        optional: { 法定代表人: null, 实际控制人: null },
      },
    ],
    examples: [
      { given: { ...firm, 支付: [{ ...out, 关联方标志: '是' }] }, outcome: 'hit', case: 'a' },
      { given: { ...firm, 支付: [{ ...out, 对方户名: '乙某' }] }, outcome: 'hit', case: 'b' },
      { given: { ...firm, 支付: [{ ...out, 关联方标志: '否' }] }, outcome: 'pass' },
      {
        given: { ...firm, 支付: [{ ...out, 交易金额: 100_000, 关联方标志: '是' }] },
        outcome: 'pass',
        because: '恰为贷款金额的 10%，不超过。',
      },
      { given: { ...firm, 支付: [{ ...out, 关联方标志: null }] }, outcome: 'incomplete' },
      {
        given: {
          ...loan,
          客户类型: '个人',
          企业规模: null,
          支付: [{ ...out, 关联方标志: '是' }],
          普惠小微标志: '否',
          所属集团: null,
        },
        outcome: 'notApplicable',
      },
    ],
  },
  {
    id: 'USE-009',
    category: 'USE',
    nameZh: '资金快速转移',
    nameEn: 'Funds moved away fast',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '只看自主支付部分转往本人他行账户、保证金与境外的；付给新的交易对手不算。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        applies: '支付方式 in ("自主支付", "混合支付")',
        when: '转出占比 >= 参数.快速转移比例',
        message:
          '放款后 {参数.快速转移天数} 天内，自主支付部分的 {转出占比}% 转往本人他行账户、保证金账户或境外。',
        remedy: '向借款人取得他行流水，追踪到最终用途。',
        sources: ['S2', 'S0', 'bank'],
        needs: ['放款日期', '贷款金额', '转出占比'],
        optional: { 支付方式: '自主支付' },
      },
    ],
    examples: [
      {
        given: {
          ...firm,
          支付: [{ ...out, 交易金额: 900_000, 对方户名: '某机械有限公司', 对方行名: '外地商业银行' }],
        },
        outcome: 'hit',
      },
      {
        given: {
          ...firm,
          支付: [{ ...out, 交易金额: 800_000, 对方户名: '银行承兑汇票保证金', 对方行名: '外地商业银行' }],
        },
        outcome: 'hit',
        because: '转作票据保证金。',
      },
      {
        given: { ...firm, 支付: [{ ...out, 交易金额: 1_000_000, 对方户名: '从未往来的公司' }] },
        outcome: 'pass',
        because: '只是新的交易对手。',
      },
      {
        given: {
          ...firm,
          机构名称: '某县农商银行城关支行',
          支付: [{ ...out, 交易金额: 900_000, 对方户名: '某机械有限公司', 对方行名: '某县农商银行营业部' }],
        },
        outcome: 'pass',
        because: '本行账户之间划转。',
      },
      {
        given: {
          ...firm,
          支付方式: '受托支付',
          支付: [{ ...out, 交易金额: 900_000, 对方户名: '某机械有限公司', 对方行名: '外地商业银行' }],
        },
        outcome: 'notApplicable',
      },
      {
        given: {
          ...firm,
          贷款金额: null,
          支付: [{ ...out, 交易金额: 900_000, 对方户名: '某机械有限公司', 对方行名: '外地商业银行' }],
        },
        outcome: 'incomplete',
      },
    ],
  },
]
