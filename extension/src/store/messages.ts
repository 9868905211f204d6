const verdicts = { fine: '无异常', fault: '有异常', notApplicable: '不适用' } as const

export const storeWords = {
  ticked: (text: string, verdict: keyof typeof verdicts, note: string): string =>
    `${text}：${verdicts[verdict]}${note === '' ? '' : `。${note}`}`,
  closed: (stage: string): string => `本次检查办结（${stage}）`,
  checked: (title: string, serious: number, all: number): string =>
    `检查页面“${title}”：发现 ${all} 项，其中严重 ${serious} 项`,
  waived: (rule: string, reason: string, until: string): string => `豁免 ${rule} 至 ${until}：${reason}`,
  wrong: (rule: string, what: string): string => `报告有误 ${rule}：${what}`,
  imported: (file: string, loans: number): string => `导入台账 ${file}，${loans} 笔借据`,
  todoDone: (what: string, note: string): string => `已办：${what}${note === '' ? '' : `。${note}`}`,
  todoOpen: (what: string): string => `改回未办：${what}`,
  backedUp: '备份全部数据',
  restored: (rows: number): string => `从备份恢复，${rows} 条`,
  retained: (rows: number, before: string): string => `删除 ${before} 之前的记录 ${rows} 条`,
  setting: (name: string): string => `修改设置：${name}`,
  officer: '本机用户',
  full: '磁盘空间不足，没有保存。页面和银行系统不受影响；腾出空间或删除旧记录后再试。',
  failed: '没有保存：浏览器的存储不可用。页面和银行系统不受影响，再试一次。',
  wrongPassphrase: '口令不对，或文件已损坏。现有数据没有改动。',
  notABackup: '不是贷后助手的备份文件。现有数据没有改动。',
  tornBackup: '备份文件不完整，可能没有复制完。找原来的文件再试。现有数据没有改动。',
  otherBackup: '备份来自另一家机构或另一个安装包的贷后助手。现有数据没有改动。',
  newerBackup: '备份来自更新的版本，先升级贷后助手。现有数据没有改动。',
} as const
