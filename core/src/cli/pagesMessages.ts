/** Words of `postloan pages`. */
export const pagesMessages = {
  help: `postloan pages 页面配置（浏览器扩展怎样在信贷系统的页面上找到字段）

用法
  postloan pages lint <配置> [--policy <策略包>]        逐条检查写法：哪里错、哪里会失效、怎么改
  postloan pages test <配置> <保存的页面.html>… [--page <编号>]   在保存下来的页面上逐个字段试找

配置可以是扩展导出的页面配置（.json），也可以是带页面配置的策略包（.postloan.json）。
页面用浏览器“另存为”保存；多个框架的页面，每个框架存一个文件，一并写上。文件只读，不联网。
退出码  0 正常；1 有需要留意之处，或有字段没有找到；2 有错误`,
  unknownCommand: (word: string): string => `没有“pages ${word}”这个命令。可用的：lint、test。`,
  noFile: (usage: string): string => `没有写文件。用法：postloan pages ${usage}`,
  notMaps: (file: string): string => `“${file}”里没有页面配置。`,
  refused: (file: string, why: string): string => `“${file}”不能用：${why}`,
  noSuchMap: (id: string, known: readonly string[]): string =>
    `没有编号为“${id}”的页面配置。有：${known.join('、')}。`,
  which: (known: readonly string[]): string =>
    `有 ${known.length} 个页面配置，用 --page 写明试哪一个：${known.join('、')}。`,

  lint: {
    sound: (name: string, fields: number): string => `${name}：${fields} 个字段，没有问题。`,
    map: (name: string, fields: number): string => `${name}（${fields} 个字段）`,
    level: { error: '错误', hint: '提示' },
    total: (errors: number, hints: number): string => `错误 ${errors} 处，提示 ${hints} 处。`,
  },

  test: {
    title: (name: string, found: number, all: number): string => `${name}：${all} 个字段找到 ${found} 个`,
    header: ['字段', '查找方式', '结果'],
    byLabel: (label: string, ordinal: number | undefined): string =>
      ordinal === undefined ? `标签 ${label}` : `标签 ${label}（第 ${ordinal + 1} 个）`,
    bySelector: (selector: string): string => `选择器 ${selector}`,
    found: '找到',
    missing: '没有找到',
    several: (count: number): string => `找到 ${count} 处，不能确定是哪一处`,
    inBrowser: '这种选择器只能在浏览器里试：打开页面，用侧边栏的“用打开的页面自测”',
    otherTitle: (title: string): string => `页面上没有“${title}”字样，这份配置可能不是这一页的。`,
    note: '只试能不能找到；读到的数值在浏览器里核对。',
  },
} as const
