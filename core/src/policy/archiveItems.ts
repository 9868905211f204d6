/** What a loan's file should hold, and by which words a list of papers names it. */
export interface ArchiveItem {
  readonly name: string
  /** Any of these in the list of papers means that the item is there. */
  readonly words: readonly string[]
  /** Product families whose files need it; absent = all. */
  readonly families?: readonly string[]
  /** Needed only where the loan is so. */
  readonly when?: 'secured' | 'overdue' | 'extended' | 'largerFirm'
  /** Days after disbursement from which it can be expected. */
  readonly afterDays?: number
  readonly source: string
}

const firms = ['流动资金', '固定资产', '项目'] as const
const projects = ['固定资产', '项目'] as const

/** The items that are always required of a kind of loan; what only some loans have is asked for where it shows. */
export const archiveItems: readonly ArchiveItem[] = [
  { name: '借款合同、借据', words: ['借款合同', '贷款合同', '借据', '授信合同'], source: 'S4' },
  {
    name: '担保合同、登记证明',
    words: ['担保合同', '抵押合同', '质押合同', '保证合同', '他项', '登记证明', '不动产登记', '权证'],
    when: 'secured',
    source: 'S0',
  },
  {
    name: '放款及支付凭证',
    words: ['放款', '支付', '划款', '转账', '受托', '出账', '提款'],
    source: 'S2',
  },
  {
    name: '贷款用途证明',
    words: ['用途', '购销', '发票', '采购', '交易合同', '购房合同', '购车合同', '施工合同'],
    source: 'S4',
  },
  { name: '还款凭证', words: ['还款', '扣款', '回单', '还息', '结息'], afterDays: 120, source: 'S4' },
  {
    name: '首次检查或资金流向检查报告',
    words: ['首次检查', '首检', '首次跟踪', '资金流向', '用途检查', '首次贷后'],
    afterDays: 60,
    source: 'S3',
  },
  {
    name: '常规检查报告、走访记录',
    words: ['常规检查', '日常检查', '定期检查', '贷后检查', '走访', '现场检查'],
    families: [...firms, '个人经营', '农户'],
    afterDays: 200,
    source: 'S0',
  },
  { name: '营业执照', words: ['营业执照', '执照'], families: [...firms, '个人经营'], source: 'S4' },
  {
    name: '财务报表',
    words: ['财务报表', '报表', '财报', '审计报告'],
    families: firms,
    when: 'largerFirm',
    source: 'S4',
  },
  {
    name: '收支记录',
    words: ['收支', '财务报表', '流水', '经营记录'],
    families: ['农户'],
    source: 'S4-10',
  },
  {
    name: '押品评估报告、保险单',
    words: ['评估', '估值', '保险', '保单'],
    families: ['按揭', '商用房', '汽车'],
    source: 'P1',
  },
  { name: '征信报告与授权书', words: ['征信', '信用报告'], source: 'R20' },
  {
    name: '沟通或回访记录',
    words: ['沟通', '回访', '联系记录', '走访', '电话记录'],
    afterDays: 120,
    source: 'S0',
  },
  { name: '催收记录', words: ['催收', '催告', '通知书'], when: 'overdue', source: 'S4' },
  {
    name: '展期、续贷协议与担保人同意书',
    words: ['展期', '续贷', '同意书', '补充协议'],
    when: 'extended',
    source: 'R17-695',
  },
  {
    name: '立项、土地、规划、施工许可',
    words: ['立项', '备案', '核准', '土地', '规划', '施工许可', '批文'],
    families: projects,
    source: 'R16',
  },
  { name: '生产经营照片', words: ['照片', '影像', '视频'], families: ['农户'], source: 'S4-10' },
]
