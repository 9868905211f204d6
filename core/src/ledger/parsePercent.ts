/** How the numbers of one percent column are to be read: one answer for the whole column. */
export interface PercentForm {
  /** Factor to percent: 100 for fractions, 1.2 for a monthly rate in ‰ (to % a year), 12 for a monthly rate in %. */
  readonly factor: number
  readonly why: 'percentFormat' | 'fraction' | 'permille' | 'monthly' | 'daily' | 'percent'
}

/**
 * Decides the form of a percent column from its header, its number formats and its values.
 * A yearly rate below 0.5 is a fraction (no bank lends at 0.0435 %); ‰ is a monthly rate by custom.
 */
export function percentForm(
  numbers: readonly number[],
  context: {
    readonly header: string
    readonly unit: string
    readonly formats: readonly string[]
    readonly isRate: boolean
  },
): PercentForm {
  const { header, unit, formats, isRate } = context
  if (formats[0]?.includes('%')) return { factor: 100, why: 'percentFormat' }
  const sizes = numbers
    .map(Math.abs)
    .filter((value) => value > 0)
    .toSorted((a, b) => a - b)
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0
  const largest = sizes.at(-1) ?? 0
  if (unit === '‰' || /‰|千分/.test(header)) {
    return isRate && !/年/.test(header) ? { factor: 1.2, why: 'permille' } : { factor: 0.1, why: 'permille' }
  }
  if (/月利率|月息/.test(header)) {
    // 5.1 in a column 月利率 can only be ‰: 5.1 % a month would be 61 % a year.
    if (unit !== '%' && median > 2) return { factor: 1.2, why: 'permille' }
    return median > 0 && median < 0.1 ? { factor: 1200, why: 'monthly' } : { factor: 12, why: 'monthly' }
  }
  if (/日利率|日息/.test(header)) return { factor: median < 0.005 ? 36_000 : 360, why: 'daily' }
  if (isRate)
    return median > 0 && median < 0.5 ? { factor: 100, why: 'fraction' } : { factor: 1, why: 'percent' }
  if (unit === '%') return { factor: 1, why: 'percent' }
  return largest > 0 && largest <= 1.5 ? { factor: 100, why: 'fraction' } : { factor: 1, why: 'percent' }
}
