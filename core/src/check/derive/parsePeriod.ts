const quarters: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12, 1: 3, 2: 6, 3: 9, 4: 12 }

/**
 * The month in which a reporting period ends, counted from year 0 (2026Q3 → 2026 × 12 + 9), or null. Reads 2026Q3,
 * 2026年三季度, 2026年9月, 2026-09-30, 202609, 2026年报, 2026半年报, 2026.
 */
export function parsePeriod(text: string): number | null {
  const plain = text.replaceAll(/\s/g, '')
  const year = /^(?:19|20)\d{2}/.exec(plain)?.[0]
  if (year === undefined) return null
  const rest = plain.slice(4)
  const month = monthOf(rest)
  return month === null || month < 1 || month > 12 ? null : Number(year) * 12 + month
}

function monthOf(rest: string): number | null {
  if (/^年?(?:度|年?报|年度报告)?$/.test(rest)) return 12
  if (/半年|中报/.test(rest)) return 6
  const quarter = /^年?[-_]?(?:Q([1-4])|第?([一二三四1-4])季)/i.exec(rest)
  if (quarter) return quarters[quarter[1] ?? quarter[2] ?? ''] ?? null
  const month = /^(?:年|[-/.])?(\d{1,2})(?:月|[-/.]|$|\d{2}$)/.exec(rest)
  return month ? Number(month[1]) : null
}
