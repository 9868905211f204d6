import type { ItemState, WorkOfPeriod } from '../checklist/index.ts'
import { messages } from './messages.ts'

/** Words of `postloan checklist`. */
export const checklistMessages = {
  help: `用法
  postloan checklist <台账>                      按日、周、月、季、半年、年列出该做的工作和涉及的贷款
      --period <周期>         只看一种周期，并列出全部贷款（每日、每周、每月、每季、每半年、每年）
  postloan checklist <台账> --loan <借据号>       这笔贷款该用的检查清单：台账已能证明的、还要人工核实的、何时到期
      --row <行号>            按台账的行号找（与 --loan 二选一）
      --sheet <工作表>        几张工作表有相同行号时指明是哪一张
      --stage <阶段>          指定检查阶段，如 首次检查、常规检查、专项检查、到期前、逾期处置、押品检查
      --type <贷款类型>       指定清单类型，如 公司流动资金贷款、个人经营性贷款
      --guide <提纲>          另列访谈提纲（名称的几个字即可；写 all 列出全部）
  通用
      --as-of 2026-10-31      数据日期（台账里没有写明时必须给出）
      --previous <上期台账>    同时与上期比较
      --policy <策略包>        策略包里自有的清单一并列出，可写几个
      --trust <指纹或密钥文件>  只认这把密钥签的策略包
      --mask-names            结果中的个人姓名只留姓氏
      --json                  输出 JSON，供程序读取
      --lang en               运行日志用英文

退出码  0 正常；2 输入有误
台账只读不改。`,
  usage: '没有写台账。用法：postloan checklist <台账> [--loan 借据号]，详见 postloan checklist --help。',
  oneFile: '一次只看一份台账。',
  badDay: messages.arguments.badDay,
  badLanguage: messages.arguments.badLanguage,
  badRow: (written: string): string => `--row 应写台账的行号，“${written}”不是行号。`,
  loanOrRow: '--loan 与 --row 只能写一个。',
  badPeriod: (written: string, known: readonly string[]): string =>
    `没有“${written}”这种周期，可写 ${known.join('、')}。`,
  badStage: (written: string, known: readonly string[]): string =>
    `没有“${written}”这个阶段，可写 ${known.join('；')}。`,
  badType: (written: string, known: readonly string[]): string =>
    `没有“${written}”这种清单，可写 ${known.join('；')}。`,
  badGuide: (written: string, known: readonly string[]): string =>
    `没有“${written}”这份提纲，可写 ${known.join('、')}。`,
  noLoan: (written: string): string =>
    `台账里没有编号为“${written}”的贷款（按借据号、合同号、贷款账号、客户名称找过）。`,
  noRow: (row: number): string => `第 ${row} 行不是台账里的一笔贷款。`,
  severalSheets: (row: number, sheets: readonly string[]): string =>
    `有几张工作表都有第 ${row} 行：${sheets.join('、')}。请加 --sheet 指明。`,
  noLoans: '这份文件里没有贷款台账，只有其他登记簿，列不出检查清单。',
  several: (count: number): string => `找到 ${count} 笔，逐笔列出。`,
  moreLoans: (count: number): string => `…… 另有 ${count} 笔没有列出，请写借据号，或用 --json。`,
  noDay: '数据日期没有找到，判断不了阶段和期限。请加 --as-of，例如 --as-of 2026-10-31。',
  unknownStage: (list: string, stage: string): string =>
    `策略包清单“${list}”写的阶段“${stage}”认不出，每次检查都会列出。`,
  title: (row: number, key: string, customer: string): string =>
    [`第 ${row} 行`, key, customer].filter((part) => part !== '').join('  '),
  asOf: (day: string): string => `数据日期 ${day}`,
  type: (name: string, additions: readonly string[]): string =>
    `清单类型  ${name}${additions.length > 0 ? `，另加 ${additions.join('、')}` : ''}`,
  noType: '看不出贷款类型（缺贷款品种、客户类型等），请用 --type 指定',
  stage: (name: string, because: string): string => `检查阶段  ${name}（${because}）`,
  noStage: '目前不在任何检查阶段（已结清，或贴现等不做贷后检查的品种）。需要检查时用 --stage 指定。',
  otherStages: (stages: readonly string[]): string => `另处于  ${stages.join('；')}（用 --stage 查看）`,
  due: (day: string, left: number | null): string =>
    left === null
      ? `期限  ${day}`
      : left < 0
        ? `期限  ${day}（已过 ${-left} 天）`
        : left === 0
          ? `期限  ${day}（今天）`
          : `期限  ${day}（还有 ${left} 天）`,
  progress: (done: number, total: number, proven: number, faults: number): string =>
    `进度  ${done}/${total} 项${proven > 0 ? `，其中台账可证明 ${proven} 项` : ''}${faults > 0 ? `，发现问题 ${faults} 项` : ''}`,
  state: {
    proven: '√ 台账可证明',
    answered: '√ 已核实',
    fault: '× 发现问题',
    notApplicable: '— 不适用',
    open: '□ 待人工核实',
  } satisfies Record<ItemState, string>,
  groupTitle: (state: string, count: number): string => `${state} ${count} 项`,
  itemDue: (day: string, late: boolean): string => `（${day} 前${late ? '，已过期' : ''}）`,
  wantsText: '（须写明情况）',
  uncertain: '（不能确定是否适用）',
  evidence: (text: string): string => `凭据：${text}`,
  known: (text: string): string => `台账：${text}`,
  finding: (rule: string, level: string, message: string): string => `${rule} ${level}  ${message}`,
  between: '，',
  basis: messages.report.basis,
  archive: (there: number, total: number): string => `信贷档案（台账已见 ${there}/${total} 份）`,
  archiveMissing: (papers: readonly string[]): string => `缺：${papers.join('、')}`,
  archiveThere: (papers: readonly string[]): string => `已有：${papers.join('、')}`,
  archiveUnknown: (papers: readonly string[]): string => `台账没有记载，请查档：${papers.join('、')}`,
  archiveMaybe: (papers: readonly string[]): string => `发生时才需要：${papers.join('、')}`,
  guide: (name: string): string => `访谈提纲  ${name}`,
  work: (day: string, loans: string): string => `定期工作  数据日期 ${day}  贷款 ${loans} 笔`,
  period: (period: string, from: string, to: string): string =>
    from === to ? `${period}（${from}）` : `${period}（${from} 至 ${to}）`,
  window: (from: string, to: string): string => `${from} 至 ${to}`,
  workState: { now: '', ahead: '，尚未到时间', past: '，本期时间已过' } satisfies Record<
    WorkOfPeriod['state'],
    string
  >,
  branchWork: '全行工作，不逐笔列',
  workLoans: (count: number, undecided: number): string =>
    `${count} 笔${undecided > 0 ? `，另有 ${undecided} 笔无法判断` : ''}`,
  workUndecided: (count: number): string => `无法判断，涉及 ${count} 笔（台账缺所需的栏目或没有填）`,
  workLine: (row: number, key: string, customer: string, officer: string): string =>
    [`第 ${row} 行`, key, customer, officer].filter((part) => part !== '').join('  '),
  moreWork: (count: number): string => `…… 另有 ${count} 笔`,
  workHint: '加 --period 每周 列出该周期的全部贷款；加 --loan <借据号> 看一笔贷款的检查清单。',
} as const
