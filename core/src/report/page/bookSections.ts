import {
  comparisonLabels,
  migrationTable,
  tiers,
  type Fate,
  type MigrationMatrix,
  type Origin,
} from '../../check/index.ts'
import { ruleCategories } from '../../policy/index.ts'
import { bucketEnds } from '../bookFigures.ts'
import type { BookFigures, ReportData, UnitFindings } from '../types.ts'
import { shareChart, stepChart, trendChart } from './charts.ts'
import { ramp, stepOf } from './looks.ts'
import { html, type Markup } from './markup.ts'
import { count, percentOf, share, wan } from './numbers.ts'
import { type Cell, figures, section, severityNames, table, texts } from './pieces.ts'
import { pageWords as words } from './words.ts'

type Sums = BookFigures['tiers']

function sumRows(sums: Sums, whole: number): Cell[][] {
  return sums.map(({ name, loans, balance }) => [name, count(loans), wan(balance), percentOf(balance, whole)])
}

function total(name: string, sums: Sums, whole: number): Cell[] {
  const loans = sums.reduce((sum, one) => sum + one.loans, 0)
  const balance = sums.reduce((sum, one) => sum + Math.round(one.balance * 100), 0) / 100
  return [name, count(loans), wan(balance), percentOf(balance, whole)]
}

export function tierSection({ book: { now } }: ReportData): Markup {
  const { title, hint, head } = words.tiers
  const shown = now.tiers.filter(({ name, loans }) => loans > 0 || name !== '未分类')
  const [first, ...rest] = head
  return section(
    'tiers',
    title,
    hint,
    shareChart(
      shown
        .filter(({ name }) => name !== '正常')
        .map(({ name, balance }) => ({
          name,
          value: balance,
          text: percentOf(balance, now.balance),
          bad: ['次级', '可疑', '损失'].includes(name),
        })),
    ),
    table(
      words.tableOf(title),
      [...texts(first), ...figures(...rest)],
      [...sumRows(shown, now.balance), total('合计', shown, now.balance)],
      { total: true },
    ),
  )
}

export function bucketSection({ book: { now } }: ReportData): Markup {
  const { title, hint, head, line, unknown, none } = words.buckets
  const loans = now.buckets.reduce((sum, one) => sum + one.loans, 0)
  const balance = now.buckets.reduce((sum, one) => sum + one.balance, 0)
  const [first, ...rest] = head
  const badFrom = bucketEnds.findIndex((end) => end > 90)
  return section(
    'buckets',
    title,
    hint(count(loans), wan(balance)),
    ...(loans === 0
      ? [html`<p>${none}</p>`]
      : [
          stepChart(now.buckets, badFrom, line),
          table(
            words.tableOf(title),
            [...texts(first), ...figures(...rest)],
            [...sumRows(now.buckets, now.balance), total('合计', now.buckets, now.balance)],
            { total: true },
          ),
        ]),
    ...(now.daysUnknown > 0 ? [html`<p class="mut">${unknown(count(now.daysUnknown))}</p>`] : []),
  )
}

export function ladderSection({ book: { now } }: ReportData): Markup {
  const { title, hint, head } = words.ladder
  const shown = now.ladder.filter(({ loans }, at) => loans > 0 || at < now.ladder.length - 1)
  const [first, ...rest] = head
  return section(
    'ladder',
    title,
    hint,
    stepChart(shown, shown.length),
    table(
      words.tableOf(title),
      [...texts(first), ...figures(...rest)],
      [...sumRows(shown, now.balance), total('合计', shown, now.balance)],
      { total: true },
    ),
  )
}

const orgsShown = 30
/** Columns that fit beside the first map at any width of the page; more of them stand below it. */
const besideAtMost = 8

/** Branches against levels and against what the rules are about; the number stands in every cell. */
export function heatSection({ findings: { byOrg } }: ReportData): Markup {
  const { title, hint, none, rest, bySeverity, byCategory } = words.heat
  const orgs = byOrg.filter(({ bySeverity: counts }) => severityNames.some((one) => counts[one] > 0))
  if (orgs.length === 0) return section('heat', title, '', html`<p>${none}</p>`)
  const categories = Object.keys(ruleCategories).filter((category) =>
    orgs.some((org) => (org.byCategory[category] ?? 0) > 0),
  )
  const shown = orgs.slice(0, orgsShown)
  return section(
    'heat',
    title,
    hint,
    html`<div class="two heats${categories.length > besideAtMost ? ' tall' : ''}">
      <div>
        <h3>${bySeverity}</h3>
        ${heatTable(
          `${title}，${bySeverity}`,
          severityNames.map((one) => words.level[one]),
          shown,
          (org, at) => org.bySeverity[severityNames[at] ?? 'notice'],
        )}
      </div>
      <div>
        <h3>${byCategory}</h3>
        ${heatTable(
          `${title}，${byCategory}`,
          categories.map((category) => ruleCategories[category as keyof typeof ruleCategories]),
          shown,
          (org, at) => org.byCategory[categories[at] ?? ''] ?? 0,
        )}
      </div>
    </div>`,
    ...(orgs.length > orgsShown ? [html`<p class="mut">${rest(orgs.length - orgsShown)}</p>`] : []),
  )
}

function heatTable(
  name: string,
  columns: readonly string[],
  orgs: readonly UnitFindings[],
  of: (org: UnitFindings, column: number) => number,
): Markup {
  const most = Math.max(...orgs.map((org) => Math.max(...columns.map((_, at) => of(org, at)))))
  const rows = orgs.map((org) => {
    const values = columns.map((_, at) => of(org, at))
    const cells = values.map((value) => html`<td class="h${stepOf(value, most)}">${count(value)}</td>`)
    const sum = values.reduce((all, value) => all + value, 0)
    return html`<tr>
      <th scope="row" class="a">${org.name || '（未填）'}</th>
      ${cells}
      <td class="sum">${count(sum)}</td>
    </tr>`
  })
  const head = [...columns, words.heat.total].map((column) => html`<th scope="col">${column}</th>`)
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0">
      <table class="t heat">
        <thead>
          <tr>
            <th scope="col" class="a">${words.heat.org}</th>
            ${head}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    <p class="legend" aria-hidden="true">少 ${ramp.map((_, at) => html`<i class="h${at}"></i>`)} 多</p>`
}

export function migrationSection({ book: { migration, indicators } }: ReportData): Markup {
  const { title, hint, noPrevious } = words.migration
  if (!migration) return section('migration', title, '', html`<p>${noPrevious}</p>`)
  const rates = indicators.find(({ id }) => id === 'PF-11')?.parts ?? []
  const rateOf: Readonly<Record<string, string>> = {
    正常: 'normalMigration',
    关注: 'attentionMigration',
    次级: 'substandardMigration',
    可疑: 'doubtfulMigration',
  }
  const matrix = matrixRows(migration)
  const head = [words.migration.corner, ...matrix.columns, words.migration.total, words.migration.rate]
  const rows = matrix.rows.map(({ name, tier, amounts }) => {
    const rate = rates.find(({ id }) => id === rateOf[name])
    const cells = amounts.map((amount, at) => {
      const to = matrix.tiers[at] ?? -1
      const look = tier < 0 || to < 0 ? '' : to === tier ? 'dg' : to > tier ? 'dn' : 'up'
      return html`<td class="${amount === null ? '' : look}">${amount === null ? '—' : wan(amount)}</td>`
    })
    return html`<tr class="${name === words.migration.total ? 'tot' : ''}">
      <th scope="row" class="a">${name}</th>
      ${cells}
      <td>${rate ? share(rate.value) : ''}</td>
    </tr>`
  })
  return section(
    'migration',
    title,
    words.unit,
    html`<div class="scroll" role="region" aria-label="${title}" tabindex="0">
      <table class="t mig">
        <thead>
          <tr>
            ${head.map((text, at) => html`<th scope="col" class="${at === 0 ? 'a' : ''}">${text}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`,
    html`<p class="mut">${hint}</p>`,
  )
}

interface MatrixRows {
  readonly columns: readonly string[]
  /** Place of a column or row among the five tiers; -1 for what is no tier. */
  readonly tiers: readonly number[]
  readonly rows: readonly {
    readonly name: string
    readonly tier: number
    readonly amounts: readonly (number | null)[]
  }[]
}

function matrixRows(matrix: MigrationMatrix): MatrixRows {
  const graded = tiers.slice(0, 5)
  const isTier = (from: Origin): boolean => graded.some((tier) => tier === from)
  const made = migrationTable({ matrix }, 'before', isTier)
  const place = (state: Fate | Origin | null): number => graded.findIndex((tier) => tier === state)
  return {
    columns: made.columns.map((to) => comparisonLabels.fates[to] ?? to),
    tiers: made.columns.map(place),
    rows: made.rows.map(({ from, amounts }) => ({
      name: from ?? words.migration.total,
      tier: place(from),
      amounts,
    })),
  }
}

export function trendSection({ trend }: ReportData): Markup {
  const { title, head, one, hint } = words.trend
  if (trend.length < 2) return section('trend', title, '', html`<p>${one}</p>`)
  const [first, ...rest] = head
  const cell = (value: number | null): string => (value === null ? '—' : count(value))
  return section(
    'trend',
    title,
    '',
    trendChart(trend),
    table(
      words.tableOf(title),
      [...texts(first), ...figures(...rest)],
      trend.map((point) => [
        point.day,
        count(point.loans),
        wan(point.balance),
        share(point.npl),
        share(point.overdue),
        share(point.attention),
        cell(point.serious),
        cell(point.warning),
      ]),
    ),
    html`<p class="mut">${hint}</p>`,
  )
}
