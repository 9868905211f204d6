/** Number formats that a workbook may name without spelling them out, as a Chinese Excel shows them. */
export const builtinFormats: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, 'AM/PM h"时"mm"分"'],
  [35, 'AM/PM h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, 'AM/PM h"时"mm"分"'],
  [56, 'AM/PM h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
])

/**
 * True when a number in this format shows a calendar day (`yyyy/m/d`, `[$-804]yyyy"年"m"月"`, `e/m/d`, `aaaa`).
 * A clock time or a duration alone is no day. Only the first section counts, the one for positive numbers.
 */
export function isDateFormat(code: string): boolean {
  const section = firstSection(code)
    .toLowerCase()
    .replaceAll(/am\/pm|a\/p/g, '')
  if (section === 'general' || section === 'standard') return false
  // Digit placeholders make it a number, except fractions of a second (`ss.000`).
  if (/[#?0]/.test(section.replaceAll(/s[.,]0+/g, 's'))) return false
  if (/[ydeb]|aaa/.test(section)) return true
  // What is left of m is a month unless it stands beside hours or seconds.
  return /m/.test(section.replaceAll(/h+[^a-z]*m+|m+[^a-z]*s+/g, ''))
}

/** The first section without quoted text, escaped characters, padding and brackets. */
function firstSection(code: string): string {
  let bare = ''
  for (let i = 0; i < code.length; i++) {
    const ch = code[i]
    if (ch === ';') break
    if (ch === '"') i = closing(code, '"', i)
    else if (ch === '[') i = closing(code, ']', i)
    else if (ch === '\\' || ch === '_' || ch === '*') i++
    else bare += ch
  }
  return bare.trim()
}

function closing(code: string, mark: string, from: number): number {
  const at = code.indexOf(mark, from + 1)
  return at < 0 ? code.length : at
}
