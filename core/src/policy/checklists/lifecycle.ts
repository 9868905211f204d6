import type { DisposalChoice, LifecycleState } from './types.ts'

/** The states of a loan after it is paid out, and what may follow each. */
export const lifecycle: readonly LifecycleState[] = [
  { id: 'paidOut', name: '放款', next: ['traced'], sources: ['S0'] },
  { id: 'traced', name: '资金流向核查', next: ['firstChecked'], stage: 'firstCheck', sources: ['S2'] },
  { id: 'firstChecked', name: '首次检查', next: ['regular'], stage: 'firstCheck', sources: ['S3'] },
  {
    id: 'regular',
    name: '常规检查',
    next: ['regular', 'warned', 'nearMaturity', 'overdue'],
    stage: 'regular',
    sources: ['S3', 'S4-4'],
  },
  {
    id: 'warned',
    name: '预警处置（上报、核实、方案、执行、复盘）',
    next: ['regular', 'overdue', 'disposal'],
    stage: 'warning',
    sources: ['S0'],
  },
  {
    id: 'nearMaturity',
    name: '到期前提示',
    next: ['repaid', 'extended', 'renewed', 'overdue'],
    stage: 'beforeMaturity',
    sources: ['P1'],
  },
  { id: 'extended', name: '展期', next: ['regular'], stage: 'extension', sources: ['R02d'] },
  { id: 'renewed', name: '续贷', next: ['regular'], stage: 'extension', sources: ['R24'] },
  {
    id: 'overdue',
    name: '逾期催收',
    next: ['repaid', 'restructured', 'disposal'],
    stage: 'overdue',
    sources: ['S4-6'],
  },
  {
    id: 'restructured',
    name: '重组（观察期）',
    next: ['regular', 'disposal'],
    stage: 'extension',
    sources: ['R01f'],
  },
  {
    id: 'disposal',
    name: '诉讼保全、处置、核销',
    next: ['repaid', 'writtenOff'],
    stage: 'overdue',
    sources: ['S4-6'],
  },
  {
    id: 'writtenOff',
    name: '核销（账销案存，继续追索）',
    next: ['repaid'],
    stage: 'overdue',
    sources: ['R02g'],
  },
  { id: 'repaid', name: '结清', next: ['filed'], sources: ['S0'] },
  { id: 'filed', name: '归档', next: ['kept'], sources: ['S0'] },
  { id: 'kept', name: '保管（不少于十年）', next: [], sources: ['R31'] },
]

/** Ways open to the bank, from the mildest. */
export const disposalChoices: readonly DisposalChoice[] = [
  { id: 'hardship-extend', group: '暂时困难', text: '展期、续贷', sources: ['S4-4', 'R24'] },
  { id: 'hardship-plan', group: '暂时困难', text: '调整还款计划', sources: ['S4-4'] },
  { id: 'hardship-grace', group: '暂时困难', text: '给予一至三个月宽限', sources: ['S4-8', 'S4-10'] },
  { id: 'mitigate-security', group: '风险缓释', text: '补充担保', sources: ['S4-7'] },
  { id: 'mitigate-limit', group: '风险缓释', text: '压缩额度', sources: ['S4-7'] },
  { id: 'mitigate-recall', group: '风险缓释', text: '按合同提前收回', sources: ['S4-7'] },
  { id: 'mitigate-watch', group: '风险缓释', text: '提高跟踪频次', sources: ['S4-7'] },
  { id: 'npl-collect', group: '不良处置', text: '清收、担保人代偿', sources: ['S4-2', 'S1'] },
  { id: 'npl-sue', group: '不良处置', text: '诉讼、仲裁、保全', sources: ['S4-2'] },
  { id: 'npl-realise', group: '不良处置', text: '处置抵质押物', sources: ['S1'] },
  { id: 'npl-restructure', group: '不良处置', text: '盘活、重组', sources: ['S4-2', 'R02g'] },
  {
    id: 'npl-assets',
    group: '不良处置',
    text: '以资抵债（取得之日起两年内处置）',
    sources: ['S4-2', 'R19-42'],
  },
  { id: 'npl-transfer', group: '不良处置', text: '债权转让', sources: ['R02g'] },
  { id: 'npl-writeOff', group: '不良处置', text: '核销（账销案存）', sources: ['S4-2', 'R02g'] },
  { id: 'recover-likely', group: '可回收性', text: '可能性大', sources: ['S1'] },
  { id: 'recover-hard', group: '可回收性', text: '较难', sources: ['S1'] },
  { id: 'recover-unlikely', group: '可回收性', text: '难以收回', sources: ['S1'] },
]
