import { messages } from './messages.ts'

/** Words of `postloan rules`. */
export const rulesMessages = {
  help: `用法
  postloan rules                          全部规则：级别、种类、依据、所需台账、参数
      --category <类别>        只看一类（DQ、INS、CLS… 或 数据质量、贷后检查、风险分类…）
      --id <编号>             一条规则的全部内容：情形、条件、整改、依据、参数、示例（也可直接写编号）
      --coverage              每条规则在各计算引擎上能否执行，不能的写明原因
      --policy <策略包>        按本行的 .postloan.json 列出，可写几个
      --trust <指纹或密钥文件>  只认这把密钥签的策略包
      --json                  输出 JSON，供程序读取
  postloan rules --sql <数据库> --as-of <日期>   导出为 SQL，供本行数据平台运行
      --sql                   duckdb、postgres、clickhouse、spark
      --as-of 2026-10-31      参数按这一天取值
      --map <对照表.json>      本行的表名、列名和代码
      --policy、--trust        同上

退出码  0 正常；2 输入有误`,
  unknown: messages.rules.unknown,
  unknownCategory: (written: string, known: readonly string[]): string =>
    `没有“${written}”这类规则，可写 ${known.join('、')}。`,
  category: (title: string, id: string, count: number): string => `${title}（${id}）${count} 条`,
  header: ['编号', '名称', '级别', '种类', '对象', '依据', '相关台账', '参数'],
  previous: '上期台账',
  floor: '法定底线',
  leadTotal: (count: number, cases: number): string => `共 ${count} 条规则，${cases} 个情形。`,
  kinds: (violation: number, due: number, lead: number): string =>
    `情形按种类：违规 ${violation}，应办 ${due}，线索 ${lead}。`,
  statuses: (parts: readonly string[]): string =>
    `规则按依据（取最弱的一项）：${parts.join('，')}。默认值是本工具设定，各行可调。`,
  hint: '加 --id CLS-002 看一条规则的全部内容；加 --coverage 看各引擎能执行哪些。',
  legend: '级别 ◆ 严重 ▲ 警示 ● 关注 ■ 提示；应办按日子排入日历，不计级别。',
  notesTitle: messages.report.notesTitle,
  card: {
    about: (table: string, grain: string, scope: string): string =>
      `台账：${table}；对象：${grain}；范围：${scope}`,
    scopes: { open: '未结清', openOrWrittenOff: '未结清或已核销', any: '全部' },
    needsTables: (tables: readonly string[]): string => `相关台账：${tables.join('、')}`,
    due: '期限：',
    asWritten: (text: string): string => `原式：${text}`,
    optional: (name: string, value: string): string => `${name}（缺时按${value}）`,
    blank: '空白',
    parameters: '参数',
    parameterHeader: ['参数', '值', '适用', '依据'],
    general: '一般',
    span: (from: string, to: string): string => `${from} 至 ${to}`,
    now: '今',
    examples: '示例',
    asOf: (day: string): string => `基准日=${day}`,
    sources: '依据说明',
    source: (issuer: string, title: string, status: string, says: string): string =>
      `${issuer === '' ? '' : `${issuer}：`}${title}（${status}）。${says}`,
    redLines: (names: readonly string[]): string => `触及红线：${names.join('；')}`,
  },
  coverage: {
    title: '规则与引擎（√ 全部情形；部分 有些情形；— 不能）',
    header: ['编号', '名称'],
    total: '合计',
    reasons: '不能的原因',
    reason: (cases: readonly string[], why: string): string => `${cases.join('、')}：${why}`,
    same: '同一条规则在每个引擎中给出相同的结果，由随机台账逐一比较。',
  },
} as const
