import { messages } from './messages.ts'

/** Words of what is said of a whole book: indicators, red lines, the inspection's score, loans gone from it. */
export const overviewMessages = {
  indicators: '组合指标（只计本次读入的台账；不低于、不高于表示有数据缺失，只能给出界限）',
  indicatorTitle: (id: string, name: string, basis: string): string => `${id} ${name}  依据：${basis}`,
  formula: (formula: string): string => `口径：${formula}`,
  note: (note: string): string => `说明：${note}`,
  cannotTell: '无法计算的指标',
  because: (reason: string, names: readonly string[]): string => `${reason}：${names.join('、')}`,
  redLines: '红线',
  redLine: (id: number, name: string, count: number, levels: string, inPart: boolean): string =>
    count === 0
      ? `${id}. ${name}  ${inPart ? '已查的规则没有发现，其余未查' : '没有发现'}`
      : `${id}. ${name}  涉及 ${count} 项（${levels}）`,
  level: (level: string, count: number): string => `${level} ${count}`,
  redLineRules: (rules: readonly string[]): string => `规则：${rules.join('、')}`,
  redLineNotRun: (rules: readonly string[]): string => `缺列未查：${rules.join('、')}`,
  noneRan: '无法判断（相应规则都因缺列没有执行）',
  basis: messages.report.basis,
  score: (name: string): string => name,
  scoreSum: (points: string, of: number, percent: string): string =>
    `按台账可评的 ${of} 分中得 ${points} 分，折合百分制 ${percent} 分`,
  scoreUndone: (points: number): string => `其余 ${points} 分台账看不出，须人工评分后才算完整（PF-16）`,
  scorePass: (mark: number, passed: boolean | null, below: string): string =>
    passed === null
      ? `及格线 ${mark} 分：尚不能定`
      : passed
        ? `及格线 ${mark} 分：合格`
        : `及格线 ${mark} 分：不合格，${below}`,
  noScore: '台账没有可供评分的栏目，须全部人工评分。',
  scoreHeader: ['类别', '项目', '分值', '得分', '检查', '有问题'],
  byPerson: '人工',
  scoreUnits: { manager: '评分按客户经理（低分在前）', org: '评分按机构（低分在前）' },
  unitHeader: ['', '可评分值', '得分', '百分制'],
  vanished: (count: number): string =>
    `上期有余额、本期台账中没有的贷款 ${count} 笔（说明结清、核销、转让或系统更正，并留痕；DQ-016）`,
  vanishedHeader: ['上期行', '编号', '客户', '客户经理', '上期余额（万元）', '上期分类', '到期日', ''],
  risky: '上期已有风险',
  fellDue: '两期之间到期',
  more: (count: number): string => `…… 另有 ${count} 笔，见 --json`,
  moreUnits: (count: number): string => `…… 另有 ${count} 个，见 --json 的 overviews`,
  severalFiles:
    '分几个文件检查时，一个文件里没有的贷款可能在另一个文件里，不列出不见的贷款；合为一份检查请加 --together。',
} as const
