/**
 * What the layouts say of a column in words of their own, where the dictionary has since been given a field for it
 * (two clocks of arrears, the old four grades kept apart, the end of an extension, the sum of unpaid interest).
 */
export const fieldOfMeaning: Readonly<Record<string, string>> = {
  loanForm: 'loanForm',
  extendedEndDate: 'extensionMaturityDate',
  overdueDate: 'overdueDate',
  interestArrearsDays: 'interestOverdueDays',
  interestArrears: 'interestArrearsAmt',
  writeOffDate: 'writeOffDate',
}

/**
 * Columns for which a layout names no field, or another one, although the dictionary names this one outright. The
 * layouts were described with fewer fields than the dictionary has, so the dictionary is right.
 */
export const dictionaryIsRight: readonly {
  readonly id: string
  readonly header: string
  readonly field: string | null
  readonly why: string
}[] = [
  { id: '001', header: '发放类型', field: 'disbursementType', why: '发放类型 is the name of the field' },
  { id: '009', header: '发放类型', field: 'disbursementType', why: '发放类型 is the name of the field' },
  { id: '010', header: '客户经理工号', field: 'managerId', why: '客户经理工号 is the name of the field' },
  { id: '063', header: '客户经理工号', field: 'managerId', why: '客户经理工号 is the name of the field' },
  {
    id: '010',
    header: '资本金到位比例',
    field: 'projectCapitalPaidRatio',
    why: '资本金到位比例 is the name of the field',
  },
  { id: '063', header: '统一社会信用代码', field: 'uscc', why: '统一社会信用代码 is the name of the field' },
  { id: '063', header: '通讯地址', field: 'address', why: 'EAST 5.0 wording of the field' },
  { id: '065', header: '观察期到期日', field: 'observationEndDate', why: 'wording of the field' },
  { id: '069', header: '诉讼时效到期日', field: 'statuteExpiry', why: 'wording of the field' },
  {
    id: '069',
    header: '重组（转据）次数',
    field: 'restructureCount',
    why: '重组次数 is the name of the field',
  },
  { id: '078', header: '展期前到期日', field: 'originalMaturityDate', why: 'wording of the field' },
  {
    id: '078',
    header: '展期后到期日',
    field: 'extensionMaturityDate',
    why: 'the end of an extension has a field of its own',
  },
  { id: '078', header: '签约日期', field: 'contractStartDate', why: 'wording of the field' },
  {
    id: '077',
    header: '客户所属行业',
    field: 'industry',
    why: '所属行业 is the name of the field; the other layouts say so too',
  },
  {
    id: '060',
    header: '回访日期',
    field: 'lastFollowUpDate',
    why: 'wording of that field, not of the last inspection',
  },
  { id: '021', header: '逾期金额', field: null, why: 'may hold interest too: never taken for 逾期本金' },
]

/** Layouts that are no list of loans and must be refused, with the reason's code. */
export const refused: Readonly<Record<string, string>> = {
  '004': 'transactions',
  '007': 'summary',
  '018': 'responsibility',
  '019': 'customers',
  '021': 'customerSummary',
  '022': 'limits',
  '023': 'offBalance',
  '024': 'meeting',
  '025': 'fewFields',
  '027': 'statement',
  '028': 'rules',
  '030': 'bills',
  '031': 'statement',
  '057': 'summary',
  '058': 'summary',
  '060': 'customers',
  '061': 'summary',
  '062': 'visits',
  '063': 'customers',
  '086': 'transactions',
  '087': 'schedule',
  '088': 'approval',
}

/** Layouts of registers beside the loan ledger. All others that are not refused are loan ledgers. */
export const registers: Readonly<Record<string, string>> = { '016': '押品', '029': '押品' }
