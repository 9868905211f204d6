/** Words of `postloan waive`, `wrong` and `waivers`. */
export const waiverMessages = {
  help: `postloan 豁免与报告有误

用法
  postloan waive <台账文件> --rule <规则编号> --key <借据号> --reason <原因> --until 2026-12-31
      登记豁免：这一项发现不再计入，到期自动恢复；级别变重或情形改变时不再覆盖
  postloan wrong <台账文件> --rule <规则编号> --key <借据号> --what <错在哪里>
      报告有误：发现照常计入，留给主管复核
  两个命令都可写
      --row 12                用工作表行号代替 --key
      --id <编号>              用发现的编号（--json 的 id）代替 --rule 和 --key
      --case a                规则有几种情形时指明一种
      --all-cases             （waive）该规则的各种情形，级别不高于现在的
      --by <姓名>              经办人，不写即电脑登录名
      --waivers <清单文件>      不写即台账旁边的“<台账名>.postloan-waivers.json”
      --as-of、--previous、--policy、--trust 与 check 相同
  postloan waivers list <台账或清单文件>… [--previous 上期台账] [--json]      各条豁免现在的状态；给出台账时逐条复核
  postloan waivers merge <清单文件>… -o <清单文件> [--force]   合并几份清单，同一编号以较新的为准
  postloan waivers withdraw <清单文件> <编号> [--by 姓名]      撤销一条，记录保留

清单里不写证件号码、手机号码。有效期与台账的数据日期比；台账没有数据日期时与当天比。
退出码  0 正常；1 有已过期而发现仍在、情形已变或已不需要的豁免（waivers list）；2 输入有误`,
  unknownCommand: (word: string): string => `没有“waivers ${word}”这个命令。可用的：list、merge、withdraw。`,
  noLedger: (command: string): string =>
    `没有写台账文件。用法：postloan ${command} <台账文件> --rule <规则编号> --key <借据号> …`,
  noFiles: '没有写清单文件。运行 postloan waivers help 查看用法。',
  noOutput: '没有写合并到哪个文件（-o）。',
  missing: (option: string): string => `缺少 ${option}。运行 postloan waivers help 查看用法。`,
  noTarget: '没有写是哪一项发现：写 --rule 和 --key（或 --row），或者写 --id。',
  badDay: (written: string): string => `--until 的日期“${written}”认不出，请写成 2026-12-31。`,
  untilPast: (until: string, day: string): string =>
    `有效期 ${until} 早于台账的数据日期 ${day}，豁免不会生效。请改一个日期。`,
  badRow: (written: string): string => `--row 应是工作表的行号，不能是“${written}”。`,
  unknownRule: (rule: string): string => `现行政策里没有规则“${rule}”。运行 postloan rules 查看全部规则。`,
  noFinding: (rule: string, target: string): string =>
    `${rule} 在“${target}”上没有发现，不需要豁免。请核对规则编号和借据号（也可用 --row 写行号）。`,
  noFindingId: (id: string): string => `没有编号为“${id}”的发现。`,
  several: (lines: readonly string[]): string =>
    `有几项发现都对得上，请用 --id 指明一项：\n${lines.map((line) => `  ${line}`).join('\n')}`,
  ambiguous: (key: string): string => `“${key}”在台账里不止一笔，豁免对不准。请先更正重复的编号。`,
  candidate: (id: string, rule: string, row: number, key: string, message: string): string =>
    `${id}  ${rule}  第 ${row} 行  ${key}  ${message}`,
  refused: (file: string, lines: readonly string[], count: number): string =>
    `豁免清单“${file}”不能用：${lines.join('；')}${count > lines.length ? ` …… 共 ${count} 处` : ''}`,
  notWritten: (lines: readonly string[]): string => `没有写入：${lines.join('；')}`,
  changedMeanwhile: (path: string): string => `“${path}”刚刚被别人改过，没有写入。请再运行一次。`,
  place: (line: number, column: number): string => `第 ${line} 行第 ${column} 列`,
  noEntry: (id: string, path: string): string => `“${path}”里没有编号为“${id}”的一条。`,
  waived: (rule: string, name: string, key: string, until: string, id: string, path: string): string =>
    `已登记豁免 ${id}：${rule}“${name}” ${key}，至 ${until}。写在 ${path}`,
  reported: (rule: string, name: string, key: string, id: string, path: string): string =>
    `已登记报告有误 ${id}：${rule}“${name}” ${key}。写在 ${path}`,
  withdrawn: (id: string, path: string): string => `已撤销 ${id}。写在 ${path}`,
  merged: (waivers: number, reports: number, path: string): string =>
    `合并为豁免 ${waivers} 条、报告有误 ${reports} 条。写在 ${path}`,
  floor: '这条规则是法定底线：豁免会写进每一次检查结果，且不改变法定义务。',
  count: (count: number): string => `已豁免 ${count}`,
  title: (count: number): string =>
    `豁免（${count} 项发现已豁免，不计入以上各级别；逐条见 postloan waivers list <台账>）`,
  waivedNote: ({ by, until, reason }: { by: string; until: string; reason: string }): string =>
    `已豁免：${by}，至 ${until}（${reason}）`,
  totalsTitle: '豁免（不计入以上各级别）',
  line: (rule: string, key: string, by: string, until: string): string =>
    [rule, key, `${by}，至 ${until}`].filter((part) => part !== '').join('  '),
  atRow: (row: number): string => `第 ${row} 行`,
  more: (count: number): string => `另有 ${count} 条`,
  wrongTitle: (count: number): string => `报告有误（${count} 条，发现照常计入）`,
  wrongState: {
    there: '发现仍在',
    gone: '发现已消除',
    absent: '台账中没有这一笔',
    untold: '规则没有执行，无从判断',
    withdrawn: '已撤销',
  },
  otherPolicy: '报告时的政策与现在不同',
  noLedgerGiven: '没有给出台账，只列出清单内容。',
  nothing: '没有豁免，也没有报告有误。',
  listTitle: (waivers: number, reports: number): string => `豁免 ${waivers} 条，报告有误 ${reports} 条`,
  listHeader: ['编号', '规则', '对象', '经办人', '登记日', '有效至', '状态', '原因'],
  wrongHeader: ['编号', '规则', '对象', '报告人', '日期', '状态', '错在哪里'],
} as const
