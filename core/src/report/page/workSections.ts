import { parseIsoDay } from '../../calendar/index.ts'
import { formatMoney, formatNumber, type IndicatorPart } from '../../check/index.ts'
import { redLinesNote } from '../../policy/index.ts'
import { splitWork } from '../splitWork.ts'
import type { ReportData, ScoreReport, WorkLine } from '../types.ts'
import { html, type Markup } from './markup.ts'
import { count, wan } from './numbers.ts'
import { figures, level, prose, section, severityNames, statusTag, table, texts } from './pieces.ts'
import { pageWords as words } from './words.ts'

/** PF-01 … PF-16 with how each is divided; what cannot be told goes by what is missing. */
export function indicatorSection({ book: { indicators } }: ReportData): Markup {
  const { title, head, note, cannot, meets } = words.indicators
  // branches have a table of their own, and so has the stress test
  const told = indicators
    .filter(({ id }) => id !== 'PF-13' && id !== 'PF-14')
    .flatMap((indicator) =>
      indicator.parts.filter(({ value }) => value !== null).map((part) => ({ indicator, part })),
    )
  const untold = new Map<string, string[]>()
  for (const { id, parts } of indicators) {
    for (const part of parts) {
      if (part.value !== null) continue
      const because = part.because ?? ''
      untold.set(because, [...(untold.get(because) ?? []), `${id} ${nameOf(part)}`])
    }
  }
  const [number, name, figure, division, target, verdict, basis] = head
  return section(
    'indicators',
    title,
    note,
    table(
      title,
      [...texts(number, name), ...figures(figure, division, target), ...texts(verdict, basis)],
      told.map(({ indicator, part }) => [
        indicator.id,
        nameOf(part),
        figureOf(part),
        divisionOf(part),
        part.target === undefined ? '' : `${part.target}${words.indicators.unit[part.unit]}`,
        part.target === undefined
          ? ''
          : part.meets === false
            ? html`<strong class="bad">${meets['false'] ?? ''}</strong>`
            : (meets[String(part.meets ?? null)] ?? ''),
        statusTag(indicator.sourceStatus),
      ]),
      { look: 'ind' },
    ),
    branchDetails(indicators.find(({ id }) => id === 'PF-13')?.parts ?? []),
    ...(untold.size > 0
      ? [
          html`<details>
            <summary>${cannot} ${[...untold.values()].flat().length}</summary>
            <ul>
              ${[...untold].map(([because, names]) => html`<li>${because}：${names.join('、')}</li>`)}
            </ul>
          </details>`,
        ]
      : []),
  )
}

/** How the branches differ, folded: they are many. */
function branchDetails(parts: readonly IndicatorPart[]): Markup {
  const orgs = [...new Set(parts.flatMap(({ of }) => (of === undefined ? [] : [of])))]
  if (orgs.length === 0) return html``
  const { byOrg, orgHead } = words.indicators
  const cells = (id: string, org: string): readonly [string, string] => {
    const part = parts.find((one) => one.id === id && one.of === org)
    return part ? [figureOf(part), divisionOf(part)] : ['—', '']
  }
  return html`<details>
    <summary>${byOrg} ${count(orgs.length)}</summary>
    ${table(
      byOrg,
      [...texts(orgHead[0]), ...figures(...orgHead.slice(1))],
      orgs.map((org) => [org, ...cells('nplByOrg', org), ...cells('collateralFallByOrg', org)]),
    )}
  </details>`
}

function nameOf(part: IndicatorPart): string {
  return part.of === undefined ? part.name : `${part.name}·${part.of}`
}

function figureOf(part: IndicatorPart): string {
  const bound = part.bound === undefined ? '' : words.indicators.bound[part.bound]
  if (part.value === null) return ''
  const figure = part.unit === '元' ? `${wan(part.value)} 万元` : ''
  return bound + (figure || `${Number(part.value.toFixed(2))}${words.indicators.unit[part.unit]}`)
}

function divisionOf({ numerator, denominator }: IndicatorPart): string {
  if (numerator === null || denominator === null) return ''
  const shown = (value: number): string => formatMoney(value).replace(/\.00$/, '')
  return `${shown(numerator)} ÷ ${shown(denominator)}`
}

export function redLineSection({ redLines }: ReportData): Markup {
  const { title, head, noneRan } = words.redLines
  const [number, name, touched, serious, notRun] = head
  return section(
    'red-lines',
    title,
    redLinesNote,
    table(
      title,
      [...texts(number, name), ...figures(touched, serious), prose(notRun)],
      redLines.map(({ line, findings, bySeverity, notRun: rules }) => {
        const none = rules.length === line.rules.length
        return [
          String(line.id),
          line.name,
          none ? '—' : findings > 0 ? html`<strong class="bad">${count(findings)}</strong>` : '0',
          none ? '—' : count(bySeverity.serious),
          none ? noneRan : rules.join('、'),
        ]
      }),
    ),
  )
}

const customersShown = 20

export function customerSection({ findings: { customers, customersFound } }: ReportData): Markup {
  const { title, hint, head, counts } = words.customers
  const shown = customers.slice(0, customersShown)
  const [degree, name, org, officer, loans, balance, found, worst] = head
  return section(
    'customers',
    title,
    hint(shown.length, count(customersFound)),
    table(
      title,
      [...texts(degree, name, org, officer), ...figures(loans, balance), ...texts(found), prose(worst)],
      shown.map((one) => [
        level(one.severity),
        one.customer,
        one.org,
        one.officer,
        count(one.loans),
        wan(one.balance),
        counts(
          one.bySeverity.serious,
          one.bySeverity.warning,
          one.bySeverity.attention + one.bySeverity.notice,
        ),
        `${one.rule} ${one.message}`,
      ]),
    ),
    html`<p class="mut">${words.unit}</p>`,
  )
}

const workShown = 15

export function workSection({ work, asOf }: ReportData): Markup {
  const { title, hint, none, later, today, week, month } = words.work
  const split = splitWork(work, asOf)
  const groups = [
    [today, split.today],
    [week, split.week],
    [month, split.month],
  ] as const
  const any = groups.some(([, lines]) => lines.length > 0)
  return section(
    'work',
    title,
    hint,
    ...(any ? groups.map(([name, lines]) => workTable(name, lines, asOf)) : [html`<p>${none}</p>`]),
    ...(split.later.length > 0 ? [html`<p class="mut">${later(count(split.later.length))}</p>`] : []),
  )
}

function workTable(name: string, lines: readonly WorkLine[], asOf: string | null): Markup {
  if (lines.length === 0) return html``
  const { head, left, cut } = words.work
  const [day, rest, what, customer, key, officer, basis] = head
  const now = parseIsoDay(asOf ?? '')
  return html`<h3>${name} <small>${count(lines.length)} 项</small></h3>
    ${table(
      name,
      [...texts(day, rest), prose(what), ...texts(customer, key, officer), prose(basis)],
      lines.slice(0, workShown).map((line) => {
        const days = parseIsoDay(line.day) - now
        return [
          line.day,
          html`<span class="${days < 0 ? 'bad' : days <= 7 ? 'soon' : ''}">${left(days)}</span>`,
          line.what,
          line.customer,
          line.key,
          line.officer,
          line.basis,
        ]
      }),
    )}${lines.length > workShown ? html`<p class="mut">${cut(workShown, count(lines.length))}</p>` : null}`
}

export function scoreSection(score: ScoreReport): Markup {
  const { title, sum, pass, passed, head, byPerson, org, officer, unitHead } = words.score
  const [group, text, points, mark, judged, faults] = head
  const units = (name: string, lines: ScoreReport['byOrg']): Markup =>
    lines.length < 2
      ? html``
      : html`<div>
          <h3>${name}</h3>
          ${table(
            `${title}，${name}`,
            [...texts(unitHead[0]), ...figures(...unitHead.slice(1))],
            lines
              .slice(0, 20)
              .map((one) => [
                one.unit || '（未填）',
                formatNumber(one.points),
                one.of,
                one.percent === null ? '—' : `${formatNumber(one.percent)}%`,
              ]),
          )}
        </div>`
  return section(
    'score',
    title,
    `${sum(formatNumber(score.points), score.of)}，${pass(score.passMark)}：${passed[String(score.passed)] ?? ''}`,
    table(
      title,
      [...texts(group), prose(text), ...figures(points, mark, judged, faults)],
      score.criteria.map((one) => [
        one.group,
        one.text,
        one.points,
        one.mark === null ? byPerson : formatNumber(one.mark),
        count(one.judged),
        count(one.faults),
      ]),
    ),
    html`<div class="two">${units(org, score.byOrg)}${units(officer, score.byOfficer)}</div>`,
  )
}

export function fileSection({ files, otherDays, failed }: ReportData): Markup {
  const { title, head, other, failed: bad, why } = words.files
  const [name, day, ...rest] = head
  const lines = (list: ReportData['files']) =>
    list.map(({ file, asOf, summary }) => [
      file,
      asOf ?? '—',
      count(summary.rows),
      ...severityNames.map((severity) => count(summary.bySeverity[severity])),
      count(summary.incomplete),
      count(summary.due),
    ])
  const columns = [...texts(name, day), ...figures(...rest)]
  return section(
    'files',
    title,
    '',
    table(title, columns, lines(files)),
    ...(otherDays.length > 0 ? [html`<h3>${other}</h3>`, table(other, columns, lines(otherDays))] : []),
    ...(failed.length > 0
      ? [
          html`<h3>${bad}</h3>`,
          table(
            bad,
            [...texts(name), prose(why)],
            failed.map(({ file, message }) => [file, message]),
          ),
        ]
      : []),
  )
}
