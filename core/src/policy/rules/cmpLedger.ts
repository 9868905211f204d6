import type { Rule } from '../types.ts'

const query = '征信查询日期 != null'
const stopUsing = '停止使用该报告，登记事件并报告；不得倒签授权。'

/**
 * Compliance red lines that a ledger can show. CMP-006 (personal data in the clear in what is printed or exported) is no
 * rule about a ledger but a guard of our own output: see `policy/outputGuards.ts`.
 */
export const cmpLedgerRules: readonly Rule[] = [
  {
    id: 'CMP-005',
    category: 'CMP',
    nameZh: '征信查询不在授权之内',
    nameEn: 'Credit report pulled outside its consent',
    table: '借据',
    grain: '客户',
    segments: 'all',
    scope: 'any',
    legalFloor: true,
    note: '书面同意是对个人信息的要求；企业按协议授权，列警示。台账只登记最近一次授权的，先核对历次授权。',
    cases: (
      [
        ['a', 'd', '征信查询日期 < 征信授权日期', '早于授权日期 {征信授权日期}', '征信授权日期'],
        ['b', 'e', '征信查询日期 > 征信授权到期日', '晚于授权到期日 {征信授权到期日}', '征信授权到期日'],
        ['c', 'f', '征信授权日期 = null', '没有授权日期', '征信授权日期'],
      ] as const
    ).flatMap(([person, firm, when, words, needed]) =>
      (
        [
          [person, '个人', 'serious'],
          [firm, '对公', 'warning'],
        ] as const
      ).map(([id, segment, severity]) => ({
        id,
        kind: 'violation' as const,
        severity,
        applies: `${query} and 客群 = "${segment}"`,
        when,
        message: `征信查询日期 {征信查询日期}，${words}。`,
        remedy: `核对历次授权书；确无有效授权的，${stopUsing}`,
        sources: segment === '个人' ? ['R20-18'] : ['R20', 'bank'],
        needs: ['征信查询日期', needed, '客群'],
      })),
    ),
    examples: [
      {
        given: {
          客户类型: '个人',
          贷款余额: 10_000,
          征信查询日期: '2026-03-01',
          征信授权日期: '2026-03-02',
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户类型: '个人',
          贷款余额: 10_000,
          征信查询日期: '2026-03-01',
          征信授权日期: '2026-03-01',
        },
        outcome: 'pass',
      },
      {
        given: {
          客户类型: '个人',
          贷款余额: 10_000,
          征信查询日期: '2026-03-01',
          征信授权到期日: '2026-02-28',
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 客户类型: '个人', 贷款余额: 10_000, 征信查询日期: '2026-03-01', 征信授权日期: null },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: { 客户类型: '对公', 贷款余额: 10_000, 征信查询日期: '2026-03-01', 征信授权日期: null },
        outcome: 'hit',
        case: 'f',
      },
      {
        given: { 客户类型: null, 贷款余额: 10_000, 征信查询日期: '2026-03-01', 征信授权日期: null },
        outcome: 'incomplete',
      },
      {
        given: { 客户类型: '个人', 贷款余额: 10_000, 征信查询日期: null, 征信授权日期: null },
        outcome: 'notApplicable',
        because: '没有查询',
      },
    ],
  },
  {
    id: 'CMP-007',
    category: 'CMP',
    nameZh: '问题贷款结清后即发新贷',
    nameEn: 'New loan right after a troubled one ended',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '只见先后，不见资金来源：上期逾期或关注以下的同户贷款本期已结清或不在台账，而新贷款随即发放且列正常。未确认前不作定性。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'serious',
        applies: '接续前笔分类 != null or 接续前笔逾期天数 != null',
        when: '五级分类 = "正常" and (接续前笔分类 in ("次级", "可疑", "损失") or 接续前笔逾期天数 > 参数.高风险逾期天数)',
        message:
          '{放款日期} 发放并列“{五级分类}”；同户另一笔贷款上期五级分类 {接续前笔分类}、逾期 {接续前笔逾期天数} 天，本期已结清或不在台账。',
        remedy: '核实前一笔的还款来源与新贷款的资金流向，按实际风险分类；未确认前不作定性。',
        sources: ['S0', 'S2', 'bank'],
        needs: ['五级分类', '放款日期', '接续前笔分类'],
        optional: { 接续前笔分类: null, 接续前笔逾期天数: null },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'warning',
        applies: '接续前笔分类 != null or 接续前笔逾期天数 != null',
        when: '五级分类 = "正常" and (接续前笔分类 = "关注" or (接续前笔逾期天数 > 参数.技术性逾期天数 and 接续前笔逾期天数 <= 参数.高风险逾期天数))',
        message:
          '{放款日期} 发放并列“{五级分类}”；同户另一笔贷款上期五级分类 {接续前笔分类}、逾期 {接续前笔逾期天数} 天，本期已结清或不在台账。',
        remedy: '核实前一笔的还款来源与新贷款的资金流向，按实际风险分类；未确认前不作定性。',
        sources: ['S0', 'S2', 'bank'],
        needs: ['五级分类', '放款日期', '接续前笔分类'],
        optional: { 接续前笔分类: null, 接续前笔逾期天数: null },
      },
      {
        id: 'c',
        kind: 'lead',
        severity: 'warning',
        when: 'some 警 in 预警 satisfies 警.预警状态 = "已解除" and 警.解除理由 = null',
        message: '有 {count(预警[预警状态 = "已解除" and 解除理由 = null])} 条预警已解除而没有解除理由。',
        remedy: '补充解除依据并登记实际日期；没有依据的恢复预警，未确认前不作定性。',
        sources: ['S0', 'P1'],
        needs: ['预警.预警状态', '预警.解除理由'],
      },
    ],
    examples: [
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 五级分类: '正常', 接续前笔分类: '次级' },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 五级分类: '正常', 接续前笔分类: '关注' },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          贷款余额: 500_000,
          放款日期: '2026-10-12',
          五级分类: '正常',
          接续前笔分类: '正常',
          接续前笔逾期天数: 0,
        },
        outcome: 'pass',
        because: '正常周转',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 五级分类: '关注', 接续前笔分类: '关注' },
        outcome: 'pass',
        because: '新贷款分类没有上调',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 五级分类: null, 接续前笔分类: '次级' },
        outcome: 'incomplete',
      },
      {
        given: { 贷款余额: 500_000, 预警: [{ 预警状态: '已解除', 解除理由: null }] },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: { 贷款余额: 500_000, 预警: [{ 预警状态: '已解除', 解除理由: '欠息已还清' }] },
        outcome: 'pass',
      },
    ],
  },
  {
    id: 'CMP-008',
    category: 'CMP',
    nameZh: '单一客户或集团集中度超限',
    nameEn: 'Too much to one customer or group',
    table: '借据',
    grain: '客户',
    segments: 'all',
    legalFloor: true,
    note: '一份台账只看得见部分贷款：超限可以证明，没有超限不能证明。同户、集团余额只计人民币，委托贷款不计。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        applies: '资本净额 > 0 and 同户余额合计 != null',
        when: '同户余额合计 > 资本净额 * 参数.单一客户集中度上限 / 100',
        message:
          '同一客户贷款余额合计 {同户余额合计} 元，超过资本净额 {资本净额} 元的 {参数.单一客户集中度上限}%。',
        remedy: '停止新增，报告并制定压降计划。',
        sources: ['R19-39'],
        needs: ['资本净额', '同户余额合计'],
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'serious',
        applies: '资本净额 > 0 and 集团余额合计 != null',
        when: '集团余额合计 > 资本净额 * 参数.集团客户集中度上限 / 100',
        message:
          '集团（{所属集团}）贷款余额合计 {集团余额合计} 元，超过资本净额 {资本净额} 元的 {参数.集团客户集中度上限}%。',
        remedy: '停止新增，报告并制定压降计划。',
        sources: ['R22'],
        needs: ['资本净额', '所属集团', '集团余额合计'],
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'serious',
        applies: '一级资本净额 > 0 and 集团余额合计 != null',
        when: '集团余额合计 > 一级资本净额 * 参数.关联客户风险暴露上限 / 100',
        message:
          '集团（{所属集团}）贷款余额合计 {集团余额合计} 元，超过一级资本净额 {一级资本净额} 元的 {参数.关联客户风险暴露上限}%。',
        remedy: '停止新增，报告并制定压降计划。',
        sources: ['R35'],
        needs: ['一级资本净额', '所属集团', '集团余额合计'],
      },
    ],
    examples: [
      {
        given: {
          客户编号: 'KH0001',
          贷款余额: 60_000_000,
          资本净额: 1_000_000_000,
          同客户: [{ 贷款余额: 41_000_000 }],
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户编号: 'KH0001',
          贷款余额: 60_000_000,
          资本净额: 1_000_000_000,
          同客户: [{ 贷款余额: 40_000_000 }],
        },
        outcome: 'pass',
      },
      {
        given: { 客户编号: 'KH0001', 贷款余额: 160_000_000, 资本净额: null, 同户余额合计: 160_000_000 },
        outcome: 'incomplete',
      },
      {
        given: {
          客户编号: 'KH0001',
          所属集团: '某某集团',
          贷款余额: 90_000_000,
          资本净额: 1_000_000_000,
          同客户: [{ 客户编号: 'KH0002', 所属集团: '某某集团', 贷款余额: 61_000_000 }],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          客户编号: 'KH0001',
          所属集团: '某某集团',
          贷款余额: 90_000_000,
          一级资本净额: 500_000_000,
          同客户: [{ 客户编号: 'KH0002', 所属集团: '某某集团', 贷款余额: 11_000_000 }],
        },
        outcome: 'hit',
        case: 'c',
      },
    ],
  },
  {
    id: 'CMP-009',
    category: 'CMP',
    nameZh: '向关系人发放信用贷款',
    nameEn: 'Unsecured loan to a related person of the bank',
    table: '借据',
    grain: '借据',
    segments: 'all',
    legalFloor: true,
    note: '关系人以商业银行法的定义为准，本行员工、本行关联方另有口径。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        when: '关系人标志 = "是" and 担保方式 = "信用"',
        message: '借款人是关系人，担保方式为“{担保方式}”。',
        remedy: '落实有效担保或收回贷款，按规定报告。',
        sources: ['R19-40'],
        needs: ['关系人标志', '担保方式'],
      },
    ],
    examples: [
      { given: { 贷款余额: 500_000, 关系人标志: '是', 担保方式: '信用' }, outcome: 'hit' },
      { given: { 贷款余额: 500_000, 关系人标志: '是', 担保方式: '抵押' }, outcome: 'pass' },
      { given: { 贷款余额: 500_000, 关系人标志: '否', 担保方式: '信用' }, outcome: 'pass' },
      { given: { 贷款余额: 500_000, 关系人标志: null, 担保方式: '信用' }, outcome: 'incomplete' },
    ],
  },
]
