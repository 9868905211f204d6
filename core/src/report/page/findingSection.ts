import type { FindingLine, ReportData, RuleFindings } from '../types.ts'
import { html, type Markup } from './markup.ts'
import { count } from './numbers.ts'
import { level, prose, section, statusTag, table, texts } from './pieces.ts'
import { pageWords as words } from './words.ts'

/** Findings on the page at most: it has to open at once on an old machine. */
const linesShown = 1_500

/** Findings by rule: what, what to do, on what ground, then the rows. Folded; a script pages and searches. */
export function findingSection({ findings: { rules }, files }: ReportData): Markup {
  const { title, hint, search, clear, expand, fold, allCut } = words.findings
  if (rules.length === 0) return section('findings', title, '', html`<p>${words.none}</p>`)
  const most = rowsEach(rules)
  const shown = rules.reduce((sum, { rows }) => sum + Math.min(rows.length, most), 0)
  const all = rules.reduce((sum, one) => sum + one.count, 0)
  return section(
    'findings',
    title,
    hint,
    html`<div class="tools" data-tools hidden>
      <input
        type="search"
        id="find"
        aria-label="${search}"
        placeholder="${search}"
        autocomplete="off"
      /><button type="button" data-clear>${clear}</button><button type="button" data-expand>${expand}</button
      ><button type="button" data-fold>${fold}</button><span role="status" data-status></span>
    </div>`,
    ...rules.map((one) => ruleDetails(one, one.rows.slice(0, most), files.length > 1)),
    ...(all > shown ? [html`<p class="mut">${allCut(count(shown), count(all))}</p>`] : []),
  )
}

/** As many rows of every rule as fit on the page together. */
function rowsEach(rules: readonly RuleFindings[]): number {
  const longest = Math.max(...rules.map(({ rows }) => rows.length))
  for (let most = longest; most > 1; most -= 1) {
    if (rules.reduce((sum, { rows }) => sum + Math.min(rows.length, most), 0) <= linesShown) return most
  }
  return 1
}

function ruleDetails(rule: RuleFindings, rows: readonly FindingLine[], severalFiles: boolean): Markup {
  const { remedy, basis, lead, count: of, cut, more, place, head, file } = words.findings
  const [where, key, customer, officer, org, message] = head
  const sources = rule.basis.map(({ text, status }) => html`<span>${text} ${statusTag(status)}</span>`)
  const unverified = rule.basis.some(({ status }) => status === 'unverified')
  const sheets = new Set(rule.rows.map(({ sheet }) => sheet)).size > 1
  return html`<details class="rule" data-rule>
    <summary>
      ${level(rule.severity)} <b>${rule.name}</b>
      <span class="mut">${rule.rule}</span>${rule.lead ? html` <span class="tag">${lead}</span>` : null}
      <span class="n">${of(count(rule.count))}</span>
    </summary>
    <dl>
      <dt>${remedy}</dt>
      <dd>${rule.remedy}</dd>
      <dt>${basis}</dt>
      <dd>${sources}${unverified ? html`<em>${words.unverified}</em>` : null}</dd>
    </dl>
    ${table(
      rule.name,
      [...texts(...(severalFiles ? [file] : []), where, key, customer, officer, org), prose(message)],
      rows.map((row) => [
        ...(severalFiles ? [fileName(row.file)] : []),
        place(sheets ? row.sheet : '', row.row),
        row.key === row.customer ? '' : row.key,
        row.customer,
        row.officer,
        row.org,
        row.message,
      ]),
    )}<button type="button" class="more" data-more hidden>${more}</button
    >${rule.count > rows.length ? html`<p class="mut">${cut(count(rows.length), count(rule.count))}</p>` : null}
  </details>`
}

/** Without its folders. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
