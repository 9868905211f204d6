import { archiveItems } from '../archiveItems.ts'
import type { ArchiveNeed, ArchivePaper, ArchiveType } from './types.ts'

export const archiveTypes: readonly ArchiveType[] = [
  '流贷',
  '固贷',
  '房贷',
  '车贷',
  '经营贷',
  '消费贷',
  '小微',
  '涉农',
]

const meaning: Readonly<Record<string, ArchiveNeed>> = {
  '●': 'required',
  '○': 'whenApplicable',
  '—': 'notNeeded',
}

/** One row of the table: a mark per loan type, in the order of `archiveTypes`. */
function needed(marks: string): ArchivePaper['needs'] {
  const of = (at: number): ArchiveNeed => meaning[marks.charAt(at)] ?? 'notNeeded'
  return {
    流贷: of(0),
    固贷: of(1),
    房贷: of(2),
    车贷: of(3),
    经营贷: of(4),
    消费贷: of(5),
    小微: of(6),
    涉农: of(7),
  }
}

/** The words and the time that the rule on missing papers (ARC-002) knows these by: one way to recognise a paper. */
function known(...names: readonly string[]): Pick<ArchivePaper, 'words' | 'afterDays'> {
  const items = archiveItems.filter(({ name }) => names.includes(name))
  return {
    words: [...new Set(items.flatMap(({ words }) => words))].join('|'),
    afterDays: Math.max(0, ...items.map(({ afterDays = 0 }) => afterDays)),
  }
}

/** What a loan's file holds. Which are required is a proposal: each bank sets its own. */
export const archivePapers: readonly ArchivePaper[] = [
  {
    id: 'contract',
    text: '借款合同、借据',
    needs: needed('●●●●●●●●'),
    ...known('借款合同、借据'),
    sources: ['S4'],
  },
  {
    id: 'security',
    text: '担保合同、登记证明',
    needs: needed('○○●●○○○○'),
    ...known('担保合同、登记证明'),
    when: '担保方式 != "信用"',
    sources: ['S0', 'R17'],
  },
  {
    id: 'payment',
    text: '放款及受托支付凭证、大额支付凭证',
    needs: needed('●●●●●●●●'),
    ...known('放款及支付凭证'),
    sources: ['S2'],
  },
  {
    id: 'purpose',
    text: '贷款用途证明（合同、发票）',
    needs: needed('●●●●●●●●'),
    ...known('贷款用途证明'),
    sources: ['S4-5', 'P1'],
  },
  {
    id: 'repayment',
    text: '还款凭证',
    needs: needed('●●●●●●●●'),
    ...known('还款凭证'),
    sources: ['S0', 'S4'],
  },
  {
    id: 'firstCheck',
    text: '首次检查、资金流向检查报告',
    needs: needed('●●●●●●●●'),
    ...known('首次检查或资金流向检查报告'),
    sources: ['S3', 'S2'],
  },
  {
    id: 'regularCheck',
    text: '常规检查报告、走访记录、影像',
    needs: needed('●●○○●○●●'),
    ...known('常规检查报告、走访记录'),
    when: '最近检查日期 != null',
    sources: ['S0', 'S4-6', 'S4-10'],
  },
  {
    id: 'licence',
    text: '营业执照',
    needs: needed('●●——●—●○'),
    ...known('营业执照'),
    when: '统一社会信用代码 != null',
    sources: ['S4-5'],
  },
  {
    id: 'statements',
    text: '财务报表或收支记录',
    needs: needed('●●——○—○●'),
    ...known('财务报表', '收支记录'),
    sources: ['S4-5', 'S4-10'],
  },
  {
    id: 'valuation',
    text: '押品评估（重估）报告、保险单',
    needs: needed('○○●●○—○○'),
    ...known('押品评估报告、保险单'),
    when: '担保方式 in ("抵押", "质押")',
    sources: ['S4-7', 'P1'],
  },
  {
    id: 'credit',
    text: '征信报告与授权书',
    needs: needed('●●●●●●●●'),
    ...known('征信报告与授权书'),
    sources: ['S3', 'R20'],
  },
  {
    id: 'contact',
    text: '沟通、回访记录',
    needs: needed('●●●●●●●●'),
    ...known('沟通或回访记录'),
    sources: ['S0'],
  },
  {
    id: 'warning',
    text: '风险评估、预警材料（有预警时）',
    needs: needed('○○○○○○○○'),
    words: '风险评估|预警',
    afterDays: 0,
    when: '预警信号 != null or count(预警) > 0',
    sources: ['S0', 'S4'],
  },
  {
    id: 'collection',
    text: '催收记录、通知书、回执（逾期时）',
    needs: needed('○○○○○○○○'),
    ...known('催收记录'),
    when: '分类逾期天数 > 0',
    sources: ['S4-7'],
  },
  {
    id: 'extension',
    text: '展期、续贷协议，担保人同意书（发生时）',
    needs: needed('○○○○○○○○'),
    ...known('展期、续贷协议与担保人同意书'),
    when: '展期次数 > 0 or 展期到期日 != null or 发放类型 = "无还本续贷"',
    sources: ['R17', 'R24'],
  },
  {
    id: 'permits',
    text: '立项、土地、规划、施工许可',
    needs: needed('—●——————'),
    ...known('立项、土地、规划、施工许可'),
    sources: ['R16'],
  },
  {
    id: 'photographs',
    text: '生产经营照片',
    needs: needed('————○—○●'),
    ...known('生产经营照片'),
    sources: ['S4-10'],
  },
]

/** The column of the table for a list of `loanTypes`. */
export const archiveTypeOf: Readonly<Record<string, ArchiveType>> = {
  workingCapital: '流贷',
  project: '固贷',
  home: '房贷',
  car: '车贷',
  business: '经营贷',
  consumption: '消费贷',
  inclusive: '小微',
  agricultural: '涉农',
}
