/** One line of the printed result: a figure of ours beside the figure it is compared with. */
export interface Line {
  readonly what: string
  readonly ours: string
  readonly other: string
  readonly ratio: string
  readonly goal: string
  readonly met: boolean | null
  /** ISO day on which it was measured. */
  readonly on: string
}

const heads = ['测量', '我们', '对照', '比值', '目标', '达标', '测于'] as const

/** A markdown table; printed as it is and kept in README.md. */
export function markdownTable(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    line.ours,
    line.other,
    line.ratio,
    line.goal,
    line.met === null ? '' : line.met ? '是' : '否',
    line.on,
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

/** Lines of a table written earlier that were not measured again: figures in a line's name do not tell lines apart. */
export function earlierLines(markdown: string, measured: readonly Line[]): readonly Line[] {
  const nameOf = (what: string): string => what.replaceAll(/[\d.,]+/g, '#')
  const again = new Set(measured.map(({ what }) => nameOf(what)))
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trim()),
    )
    .map(([what = '', ours = '', other = '', ratio = '', goal = '', met = '', on = '']) => ({
      what,
      ours,
      other,
      ratio,
      goal,
      met: met === '' ? null : met === '是',
      on,
    }))
    .filter(({ what }) => !again.has(nameOf(what)))
}
