import type { ItemState } from '../checklist/index.ts'
import type { Severity, SourceStatus } from '../policy/index.ts'

/** Words of documents that no template holds, and of what is wrong with a template. */
export const messages = {
  /** Stands where the ledger says nothing: to be filled by hand. */
  blank: '____',
  blankDay: '____年__月__日',
  between: '、',
  sentence: '；',
  yes: '是',
  no: '否',
  you: { person: '您', firm: '贵单位', unknown: '贵户' },
  severity: {
    serious: '严重',
    warning: '警示',
    attention: '关注',
    notice: '提示',
  } satisfies Record<Severity, string>,
  violation: '违规',
  lead: '线索',
  leadText: (message: string): string => `线索，须核实：${message}`,
  status: {
    verified: '',
    secondary: '（转引核对）',
    unverified: '（依据待核）',
    bank: '（本行口径）',
  } satisfies Record<SourceStatus, string>,
  row: (row: number): string => `第 ${row} 行`,
  day: (year: number, month: number, day: number): string => `${year}年${month}月${day}日`,
  hours: (from: number, to: number): string => `${from}时至${to}时之间`,
  state: {
    proven: '台账可证明',
    answered: '已核实',
    fault: '发现问题',
    notApplicable: '不适用',
    open: '待核实',
  } satisfies Record<ItemState, string>,
  tick: { proven: '√', answered: '√', fault: '×', notApplicable: '—', open: '□' } satisfies Record<
    ItemState,
    string
  >,
  answered: (by: string, on: string): string => [by, on].filter((part) => part !== '').join(' '),
  known: (text: string): string => `台账：${text}`,
  uncertain: '不能确定是否适用',
  wantsText: '须写明情况',
  late: (day: string): string => `${day}（已过期）`,
  stage: (name: string, because: string): string => (because === '' ? name : `${name}（${because}）`),
  noType: '未能识别，按通用项目',
  checklistSheet: {
    title: '贷后检查清单',
    columns: [
      ['序号', 'center'],
      ['内容', 'left'],
      ['结果', 'center'],
      ['勾选', 'center'],
      ['情况', 'left'],
      ['核实人', 'left'],
      ['期限', 'left'],
    ],
  },
  noDue: '未定',
  noStage: '目前不在任何检查阶段',
  progress: (done: number, total: number, unit: string): string => `${done}/${total} ${unit}`,
  option: (text: string, deduct: number): string => (deduct === 0 ? text : `${text}（扣 ${deduct}）`),
  proposed: (text: string, evidence: string): string => (evidence === '' ? text : `${text}（${evidence}）`),
  choice: (text: string): string => `□ ${text}`,
  chosen: '由经办人选定',
  ofLoan: (loan: string, because: string): string => `${loan}：${because}`,
  notOverdue: (customer: string): string => `“${customer}”没有逾期的借据，不制发催收通知书。`,
  notMaturing: (customer: string): string => `“${customer}”没有在提示期内到期的借据，不制发到期提示函。`,
  grave: (count: number, from: string): string =>
    from === '严重' ? `有 ${count} 项严重发现` : `有 ${count} 项${from}及以上的发现`,

  place: {
    body: '正文',
    header: '页眉',
    footer: '页脚',
    notes: '脚注',
    paragraph: (part: string, number: number): string => `${part}第 ${number} 段`,
    cell: (part: string, table: number, row: number, cell: number): string =>
      `${part === '正文' ? '' : part}第 ${table} 个表格第 ${row} 行第 ${cell} 格`,
  },
  fault: {
    notADocument: (file: string): string =>
      `“${file}”不是 Word 文档（.docx），打不开。请在 Word 或 WPS 里另存为 .docx。`,
    unknownName: (name: string, nearest: string | null): string =>
      nearest === null
        ? `没有“${name}”这个占位符。可用的名称见占位符表。`
        : `没有“${name}”这个占位符。最接近的是 {${nearest}}。`,
    needsList: (name: string, lists: readonly string[]): string =>
      `{${name}} 说的是清单中的一条，应写在 ${lists.map((list) => `{#${list}} 与 {/${list}}`).join('、')} 之间。`,
    isList: (name: string): string => `“${name}”是清单，应写作 {#${name}} … {/${name}}，中间写每一条的内容。`,
    notAList: (name: string): string => `“${name}”不是清单，不能写作 {#${name}}；直接写 {${name}} 即可。`,
    notForCustomer: (name: string): string =>
      `{${name}} 不能写进发给客户的函件：本行的分类、评级、检查发现、第三人的信息不得告知。`,
    notClosed: (name: string): string => `{#${name}} 没有结束，缺 {/${name}}。`,
    notOpened: (name: string): string => `{/${name}} 没有开头，前面缺 {#${name}}。`,
    crossed: (opened: string, closed: string): string =>
      `{#${opened}} 还没有结束就写了 {/${closed}}，应先写 {/${opened}}。`,
    brokenBraces: (text: string): string => `花括号不成对：“${text}”。占位符写作 {客户名称}。`,
    fullWidthBraces: (text: string): string => `“${text}”用了全角花括号，请改为半角 { }。`,
    splitLoop: (name: string): string =>
      `{#${name}} 和 {/${name}} 不在同一个表格里：要么都写在同一行的首格和末格，要么都写在表格外的段落里。`,
    forbiddenWords: (word: string): string =>
      `函件里写了“${word}”：催收函件不得有威胁、骚扰、公开欠款的用语，也不得写本行的分类和检查发现。`,
    unfillable: (why: string): string => `模板不能填写：${why}。请检查这一处的 { }、{# } 和 {/ } 是否完整。`,
  },
} as const
