/** One line of the printed result: a figure of ours beside the figure it is compared with. */
export interface Line {
  readonly what: string
  readonly ours: string
  readonly other: string
  readonly ratio: string
  readonly goal: string
  readonly met: boolean | null
}

const heads = ['测量', '我们', '对照', '比值', '目标', '达标'] as const

/** A markdown table; printed as it is and kept in README.md. */
export function markdownTable(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    line.ours,
    line.other,
    line.ratio,
    line.goal,
    line.met === null ? '' : line.met ? '是' : '否',
  ])
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

export function seconds(value: number): string {
  return value >= 1 ? `${value.toFixed(2)} s` : `${(value * 1000).toFixed(value >= 0.01 ? 0 : 2)} ms`
}

export function megabytes(value: number): string {
  return `${Math.round(value)} MB`
}

export function times(value: number): string {
  return `${value.toFixed(2)}×`
}
