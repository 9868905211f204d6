/** Where the rules depart from the catalogue on purpose. */
export interface Deviation {
  /** The rule of the catalogue. */
  readonly rule: string
  /** Chinese: what we do instead. */
  readonly instead: string
  readonly reason: string
  /** The rule is not there at all. */
  readonly dropped?: true
}

/** Decided departures from the catalogue as amended; the amendments themselves are no departures. */
export const deviations: readonly Deviation[] = [
  {
    rule: 'PRV-001',
    instead: '不设专项准备比例规则',
    reason: '各行已改用预期信用损失法，2002 年口径的比例也没有核到原文',
    dropped: true,
  },
  {
    rule: 'CMP-006',
    instead: '作为本产品的输出保护，不作台账规则',
    reason: '敏感信息是否屏蔽是输出的事，台账里看不出来；所有显示的值都经过屏蔽，并由测试证明',
    dropped: true,
  },
  {
    rule: 'DQ-002',
    instead:
      '担保方式、贷款用途、执行利率、客户经理工号空白列关注；垫款、透支、贴现、委托等品种没有的要素不查',
    reason: '这些要素空白多因品种没有此项，列警示会淹没真正的缺失',
  },
  {
    rule: 'DQ-003',
    instead: '保证人的十八位号码须是身份证号或统一社会信用代码之一，不看保证人类型',
    reason: '不少台账没有保证人类型一列；十八位而两样都不是的必定有误',
  },
  {
    rule: 'DQ-006',
    instead: '电话空白由 DQ-017 提示，只看个人',
    reason: '空白不是格式错误；CUS-002 只看失联而无措施的',
  },
  {
    rule: 'DQ-009',
    instead: '逾期本金空白视为没有逾期，不作矛盾判断；有逾期日而金额空白的为无法判断',
    reason: '台账一般以空白表示没有逾期',
  },
  {
    rule: 'DQ-013',
    instead: '名称只差括号与空格的不算不同',
    reason: '全角、半角与空格是录入习惯',
  },
  {
    rule: 'DQ-016',
    instead: '上期有、本期没有的借据由两期比较列出，不作本期某一行的发现',
    reason: '已经不在台账的借据没有可以标注的行',
  },
  {
    rule: 'DQ-016',
    instead: '金额、放款日改变，上期正常的列警示，逾期或关注以下的列严重',
    reason: '移交、更正多见于正常贷款；有风险的贷款要素改变才可能掩盖问题',
  },
  {
    rule: 'INS-008',
    instead: '只有首次检查与放款日期比较；最近一次检查早于放款的不算异常',
    reason: '按客户检查的，新放的一笔之前查过属正常',
  },
  {
    rule: 'INS-010',
    instead: '正文所缺要素作线索，按词查找',
    reason: '写法各异，缺少字样不等于没有检查',
  },
  {
    rule: 'USE-001',
    instead: '没有提清的不分次计算，只列应办“继续检查”',
    reason: '台账没有每次提款的日期',
  },
  {
    rule: 'USE-003',
    instead: '流动资金贷款列警示；新建立信贷关系且信用一般的不判断',
    reason: '“支付对象明确”与“信用一般”台账不能证明',
  },
  {
    rule: 'USE-012',
    instead: '没有整改状态一列的台账只列应办',
    reason: '没有登记处置情况的列，不能说没有处置',
  },
  {
    rule: 'EWS-004',
    instead: '变更都作线索，不看是否有说明',
    reason: '台账没有登记变更说明的列',
  },
  {
    rule: 'CLS-007',
    instead: '借新还旧只在登记有财务困难或没有登记是否困难时提示',
    reason: '不少台账把续贷记作借新还旧，看困难与否，不看名称',
  },
  {
    rule: 'CLS-011',
    instead: '除规定的条件外，见到上调即列线索',
    reason: '条件所需的列多数台账没有，至少让人看到',
  },
  {
    rule: 'COL-002',
    instead: '抵质押率上限只有居住、商用房地产、土地、设备、存单等有默认值，其余不判断',
    reason: '没有依据的上限不宜替各行设定',
  },
  {
    rule: 'COL-008',
    instead: '权属争议不判断；查封、扣押见 COL-007',
    reason: '台账没有权属争议的列；一件事只报一次',
  },
  {
    rule: 'GUA-001',
    instead: '保证期间按法定六个月推定的只列应办和线索',
    reason: '合同可以另有约定，台账没有登记约定不等于没有约定',
  },
  {
    rule: 'GUA-005',
    instead: '农户联保贷款不看；圈内须有两组以上独立的借款人',
    reason: '联保本来就是互保；夫妻、本人企业互相担保属常见做法',
  },
  {
    rule: 'OVD-001',
    instead: '只列应办，不作违规',
    reason: '提醒多由系统自动发出，台账一般不登记',
  },
  {
    rule: 'OVD-003',
    instead: '自逾期后第 2 个工作日起列应办',
    reason: '扣款有时差，当日联系不现实',
  },
  {
    rule: 'OVD-004',
    instead: '默认只看对公客户，列应办；低于成本下限的不要求上门',
    reason: '个人客户按催收方案处理，小额上门成本过高',
  },
  {
    rule: 'OVD-006',
    instead: '启动天数是单独的参数，不随催收方案改变',
    reason: '起诉与催收分属不同部门的权限',
  },
  {
    rule: 'OVD-010',
    instead: '只看宽限期过长且已经逾期的，不看给予宽限的理由',
    reason: '台账没有登记理由的列；项目贷款的宽限期属建设期安排',
  },
  {
    rule: 'EXT-001',
    instead: '没有登记展期月数的按日期推算，容五天；展过期而月数与日期都没有的为无法判断',
    reason: '月份长短不一；空白一般表示没有展期',
  },
  {
    rule: 'EXT-004',
    instead: '只看展期；其他加重债务的变更不判断',
    reason: '台账没有登记其他变更的列',
  },
  {
    rule: 'EXT-005',
    instead: '续贷后不久逾期的作线索',
    reason: '续贷以后才发生的逾期不说明当时不符合条件',
  },
  {
    rule: 'CMP-001',
    instead: '债务人是否同意不判断，由人核实',
    reason: '台账没有登记同意的列',
  },
  {
    rule: 'CMP-005',
    instead: '企业客户列警示，个人客户列严重',
    reason: '书面同意是对个人信息的要求，企业按协议授权',
  },
  {
    rule: 'CMP-007',
    instead: '只看同一客户，不看关联方；一份台账内的首尾相接见 B9',
    reason: '关联方之间的贷款先后接续十分常见，没有资金流向不能提示',
  },
  {
    rule: 'B9',
    instead: '只连本台账仍列有的已结清借据；上期有、本期不在的见 CMP-007',
    reason: '两期之间只能看到一环，看不到链',
  },
  {
    rule: 'M7',
    instead: '欠息天数的三档由 CLS-002 至 CLS-004 按较大者判断，本条只看表外欠息',
    reason: '同一事实不重复报告',
  },
]
