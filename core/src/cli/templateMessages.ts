/** Words of `postloan template`, `upgrade` and `merge`. */
export const templateMessages = {
  help: {
    template: `用法
  postloan template -o 贷后管理标准台账.xlsx      生成标准模板：下拉列表、公式预警、汇总、表单、参数
      --policy <策略包>        按本行的 .postloan.json 生成，可写几个
      --trust <指纹或密钥文件>  只认这把密钥签的策略包
      --rows 1000             预备多少行借据（100 至 5000）
      --force                 允许覆盖已有的输出文件

退出码  0 正常；2 输入有误`,
    upgrade: `用法
  postloan upgrade <旧模板.xlsx> -o <新模板.xlsx>   把填好的旧版模板（或别的台账）搬到新版模板
      --policy <策略包>        按本行的 .postloan.json 生成，可写几个
      --trust <指纹或密钥文件>  只认这把密钥签的策略包
      --force                 允许覆盖已有的输出文件

退出码  0 正常；1 有内容要人看；2 输入有误
设定、表单内容一并搬过去；新旧版本的差别列在“贷后·升级说明”。
原文件只读不改。没有对应列的内容记在“贷后·未并入内容”，要看的事项记在“贷后·合并说明”。`,
    merge: `用法
  postloan merge <文件或文件夹> … -o <汇总.xlsx>    把各人填好的模板并成一本，保留来源文件、表和行号
      --policy <策略包>        按本行的 .postloan.json 生成，可写几个
      --trust <指纹或密钥文件>  只认这把密钥签的策略包
      --force                 允许覆盖已有的输出文件

退出码  0 正常；1 有内容要人看；2 输入有误
参数和自定义规则一并带上，各文件不一致的列出来（参数按较严的）；表单内容、批注另列成表。
原文件只读不改。读不了的文件不影响其他文件，最后列出。`,
  },
  noOutput: '请用 -o 写明输出文件，以 .xlsx 结尾。',
  noInput: '请写明要读的文件。',
  oneInput: '一次只搬一个文件；几个文件请用 postloan merge。',
  badRows: (text: string) => `--rows 须是 100 至 5000 的整数，不是“${text}”。`,
  tooMany: (count: number) => `并起来有 ${count} 行借据，超过一本模板的 20000 行，请分批。`,
  written: (path: string) => `已写到 ${path}`,
  carried: (rules: number, cases: number) =>
    `公式检查 ${rules} 条规则（${cases} 种情形），其余须用加载项或命令行检查。`,
  from: (file: string, version: string, rows: number) => `${file}  ${version}  ${rows} 行`,
  version: (format: number) => `模板第 ${format} 版`,
  noTemplate: '不是标准模板，按台账读取',
  change: (what: string, text: string) => `  ${what}  ${text}`,
  moreChanges: (count: number) => `  ……另有 ${count} 项变化，见“贷后·升级说明”`,
  total: (rows: number, kept: number, problems: number) =>
    `共 ${rows} 行；没有对应列而另记的 ${kept} 格；要看的 ${problems} 处`,
  problem: (place: string, message: string) => `${place}  ${message}`,
  more: (count: number) => `……另有 ${count} 处，见“贷后·合并说明”`,
} as const
