import type { WaiverState } from './applyWaivers.ts'

/** What is said of waivers (豁免) and of findings reported as wrong (报告有误). */
export const waiverWords = {
  shape: {
    emptyText: '这里不能为空。',
    tooLong: '文字太长，请控制在 500 字以内。',
    controlCharacter: '文字里有换行、制表或其他控制字符，请删去。',
    personal: '这里不能写证件号码或手机号码，请删去或改写。',
    badDay: '日期应写成 2026-10-31 的形式，并且确有这一天。',
    severity: '级别只能写：serious、warning、attention、notice（严重、警示、关注、提示）。',
    outcome: '只能写 hit 或 incomplete（无法判断）。',
    kind: '只能写 violation（违规）、due（应办）或 lead（线索）。',
    badDocument: '这不是豁免清单：document 应为 "postloan.waivers"。',
    newerFormat: '豁免清单的格式版本不认识，请升级软件。',
    idTwice: (id: string): string => `编号“${id}”写了两次，请只留一处或另编一个。`,
  },
  notUtf8: '文件不是 UTF-8 编码，请另存为 UTF-8。',
  tooLarge: '文件太大，不像豁免清单。',
  entry: {
    waivers: (at: number, id: string): string => `第 ${at} 条豁免${id === '' ? '' : `（${id}）`}`,
    reports: (at: number, id: string): string => `第 ${at} 条报告有误${id === '' ? '' : `（${id}）`}`,
  },
  place: (entry: string, member: string, message: string): string =>
    `${[entry, member].filter((part) => part !== '').join(' 的 ')}${entry === '' && member === '' ? '' : '：'}${message}`,
  state: {
    applied: '已豁免',
    expired: '已过期',
    notNeeded: '已不需要',
    changed: '情形已变，不再覆盖',
    absent: '台账中没有这一笔',
    untold: '规则没有执行，无从判断',
    ambiguous: '编号重复，无法对应',
    withdrawn: '已撤销',
  } satisfies Record<WaiverState, string>,
  stillThere: '发现仍在，照常计入',
  gone: '发现已消除',
  floorWaived: (rule: string, name: string, count: number, by: string, until: string): string =>
    `${rule}“${name}”是法定底线，有 ${count} 项发现被豁免（${by}，至 ${until}）；豁免不改变法定义务。`,
  andOthers: (first: string, count: number): string => (count > 1 ? `${first}等 ${count} 人` : first),
  conflict: {
    newer: (id: string, kept: string, dropped: string): string =>
      `编号“${id}”两处不同，取较新的一处（${kept}），另一处（${dropped}）没有采用。`,
    sameDay: (id: string, day: string): string =>
      `编号“${id}”两处不同而日期同为 ${day}，按固定次序取了其中一处，请核对。`,
  },
} as const
