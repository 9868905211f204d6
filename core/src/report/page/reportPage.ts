import { sha256 } from '../../check/index.ts'
import { stressOf } from '../stress.ts'
import type { ReportData } from '../types.ts'
import {
  bucketSection,
  heatSection,
  ladderSection,
  migrationSection,
  tierSection,
  trendSection,
} from './bookSections.ts'
import { findingSection } from './findingSection.ts'
import { headSection } from './headSection.ts'
import { escapeHtml, html, type Markup } from './markup.ts'
import { startPage } from './pageScript.ts'
import { stressSection } from './stressSection.ts'
import { style } from './style.ts'
import { pageWords as words } from './words.ts'
import {
  customerSection,
  fileSection,
  indicatorSection,
  redLineSection,
  scoreSection,
  workSection,
} from './workSections.ts'

/**
 * A report as one page that needs nothing else: no request leaves it (its own policy forbids any), it opens from a
 * disk, prints, and reads without its script.
 */
export function reportPage(data: ReportData): string {
  const script = `(${startPage.toString()})(${stressOf.toString()})`
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hashOf(style)}'`,
    `script-src 'sha256-${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const title = data.asOf === null ? words.title : `${words.title} ${data.asOf}`
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title><style>${style}</style></head><body>`,
    body(data).text,
    `<script>${script}</script></body></html>\n`,
  ].join('\n')
}

function body(data: ReportData): Markup {
  const parts = sections(data)
  const links = parts.map(([id, name]) => html`<a href="#${id}">${name}</a>`)
  return html`<main>
      ${headSection(data)}
      <nav aria-label="${words.jump}">${links}</nav>
      ${parts.map(([, , content]) => content)}
    </main>
    <footer>${foot(data)}</footer>`
}

type Part = readonly [id: string, name: string, content: Markup]

function sections(data: ReportData): readonly Part[] {
  const pair = (...two: readonly Markup[]): Markup => html`<div class="two">${two}</div>`
  return [
    ['tiers', words.tiers.title, pair(tierSection(data), bucketSection(data))],
    ['heat', words.heat.title, heatSection(data)],
    ['migration', words.migration.title, migrationSection(data)],
    ['trend', words.trend.title, pair(trendSection(data), ladderSection(data))],
    ['customers', words.customers.title, customerSection(data)],
    ['indicators', words.indicators.title, indicatorSection(data)],
    ['red-lines', words.redLines.title, redLineSection(data)],
    ['stress', words.stress.title, stressSection(data)],
    ['work', words.work.title, workSection(data)],
    ['findings', words.findings.title, findingSection(data)],
    ...(data.score ? [['score', words.score.title, scoreSection(data.score)] as const] : []),
    ['files', words.files.title, fileSection(data)],
  ]
}

function foot({ namesHidden, policy }: ReportData): Markup {
  const { masked, named, hidden, tool } = words.foot
  return html`<span>${masked}${namesHidden ? hidden : named}</span><span>${tool(policy.version)}</span>`
}

/** As a page's policy names the text of an element. */
function hashOf(text: string): string {
  const bytes = (sha256(text).match(/../g) ?? []).map((pair) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  )
  return btoa(bytes.join(''))
}
