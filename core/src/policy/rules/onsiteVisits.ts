/** By name, or by its letter in the national classification of industries. */
export const manufacturing = '(contains(所属行业, "制造") or matches(所属行业, "^C[0-9]*$"))'

/** First day of the calendar quarter, half-year and month before the current one. */
export const lastQuarter =
  'add months(@"2000-01-01", 3 * floor(months between(@"2000-01-01", 基准日) / 3) - 3)'

export const lastHalf = 'add months(@"2000-01-01", 6 * floor(months between(@"2000-01-01", 基准日) / 6) - 6)'

export const lastMonth = 'add months(@"2000-01-01", months between(@"2000-01-01", 基准日) - 1)'

/** Last day of the current quarter and half-year. */
export const quarterEnd =
  'add days(add months(@"2000-01-01", 3 * floor(months between(@"2000-01-01", 基准日) / 3) + 3), -1)'

export const halfEnd =
  'add days(add months(@"2000-01-01", 6 * floor(months between(@"2000-01-01", 基准日) / 6) + 6), -1)'

/** From this day on a visit counts: by calendar periods, or by days back, as the bank chooses. */
export const since = (days: string, natural: string): string =>
  `(if 参数.现场检查口径 = "自然期" then ${natural} else add days(基准日, -${days}))`

/**
 * Nobody has been there since `day`, for this loan or any other of the customer's. Loans paid out after it are not yet due.
 */
export const notVisitedSince = (day: string): string =>
  `放款日期 < ${day} and (最近现场检查日期 = null or 最近现场检查日期 < ${day}) and not(some r in 同客户 satisfies r.最近现场检查日期 != null and r.最近现场检查日期 >= ${day})`

export const volatile = '(some w in 参数.波动行业 satisfies contains(所属行业, w))'

export const onsiteRemedy = '安排现场检查，按实际日期形成检查报告，不得补造记录。'
