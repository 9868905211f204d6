import { formatMoney, type IndicatorPart } from '../../check/index.ts'
import type { ReportData } from '../types.ts'
import { html, type Markup } from './markup.ts'
import { count, share, shortFingerprint, wan } from './numbers.ts'
import { level, severityNames } from './pieces.ts'
import { pageWords as words } from './words.ts'

/** Title, what it was made of, the key figures, and what was not done: before any finding. */
export function headSection(data: ReportData): Markup {
  const { asOf, book, counts, files, policy } = data
  const month = /^(\d{4})-(\d{2})/.exec(asOf ?? '')
  const [org] = book.now.byOrg
  const about = [
    ...(org && org.name !== '' ? [words.orgs(org.name, book.now.byOrg.length)] : []),
    asOf === null ? words.noAsOf : words.asOf(asOf),
    words.ledgers(files.length, count(counts.rows)),
    words.policy(policy.id, policy.version, shortFingerprint(policy.fingerprint)),
    ...(policy.layers.length > 0 ? [words.layers(policy.layers.join('、'))] : []),
    words.made(data.made),
  ]
  return html`<header>
      <h1>
        ${words.title}${month ? html`<span>${words.ofMonth(month[1] ?? '', month[2] ?? '')}</span>` : null}
      </h1>
      <p class="meta">${about.map((text) => html`<span>${text}</span>`)}</p>
    </header>
    ${keyFigures(data)}${foundLine(data)}${upFront(data)}`
}

function keyFigures({ book: { now, before, indicators }, counts, notRun }: ReportData): Markup {
  const part = (id: string): IndicatorPart | undefined =>
    indicators.flatMap(({ parts }) => parts).find((one) => one.id === id)
  // both in one unit, so that they can be compared at a glance
  const [unit, inUnit] =
    now.balance >= 1e8
      ? (['亿元', (amount: number) => formatMoney(amount / 1e8)] as const)
      : (['万元', wan] as const)
  const boxes = [
    box(words.kpi.loans, count(now.loans), '笔', words.kpi.households(count(now.customers))),
    box(
      words.kpi.balance,
      inUnit(now.balance),
      unit,
      before ? words.kpi.before(`${inUnit(before.balance)} ${unit}`) : '',
    ),
    indicatorBox(part('nplRatio')),
    indicatorBox(part('overdueRatio')),
    indicatorBox(part('firstCheckCoverage')),
    box(
      words.level.incomplete,
      count(counts.incomplete),
      words.kpi.items,
      words.kpi.notRun(notRun.reduce((sum, { rules }) => sum + rules.length, 0)),
    ),
  ]
  return html`<div class="kpi">${boxes}</div>`
}

function box(name: string, figure: string, unit: string, below: string | Markup): Markup {
  return html`<div>
    <span>${name}</span><b>${figure}<small>${unit}</small></b
    ><em>${below}</em>
  </div>`
}

function indicatorBox(part: IndicatorPart | undefined): Markup {
  if (!part || part.value === null) return box(part?.name ?? '', '—', '', words.kpi.unknown)
  const bound = part.bound === undefined ? '' : words.indicators.bound[part.bound]
  const target = part.target === undefined ? '' : share(part.target)
  const below =
    part.meets === false
      ? html`<strong class="bad">${words.kpi.over(target)}</strong>`
      : target === ''
        ? ''
        : words.kpi.target(target)
  return box(part.name, `${bound}${part.value.toFixed(2)}`, '%', below)
}

function foundLine({ counts }: ReportData): Markup {
  const { bySeverity, leads, due, waived } = counts
  const all = severityNames.reduce((sum, severity) => sum + bySeverity[severity], 0)
  const parts = severityNames.map(
    (severity) => html`<li>${level(severity)} <b>${count(bySeverity[severity])}</b></li>`,
  )
  return html`<ul class="counts" aria-label="${words.found}">
    <li><b>${words.found} ${count(all)}</b></li>
    ${parts}
    <li>${level('incomplete')} <b>${count(counts.incomplete)}</b></li>
    <li>${words.due} <b>${count(due)}</b></li>
    ${waived > 0 ? html`<li>${words.waived} <b>${count(waived)}</b></li>` : null}${leads > 0 ? html`<li class="mut">${words.leads(count(leads))}</li>` : null}
  </ul>`
}

const groupsShown = 8

/** What could not be told, before what was found. */
function upFront({ counts, notRun, undecided, failed, notes, waivers }: ReportData): Markup {
  const floors = waivers.filter(({ legalFloor }) => legalFloor)
  const rules = notRun.reduce((sum, group) => sum + group.rules.length, 0)
  const lacking = notRun
    .slice(0, groupsShown)
    .map(({ missing, rules: list }) => html`<li>${words.upFront.missing(missing)}：${list.join('、')}</li>`)
  const unsure = undecided
    .slice(0, groupsShown)
    .map(
      ({ reason, count: of, rules: list }) =>
        html`<li>${reason} · ${count(of)} 项 <span class="mut">${list.join('、')}</span></li>`,
    )
  const more = (all: number): Markup | null =>
    all > groupsShown ? html`<li class="mut">${words.upFront.more(all - groupsShown)}</li>` : null
  return html`<section id="before" class="note" aria-labelledby="before-h">
    <h2 id="before-h">${words.upFront.title}</h2>
    ${failed.length > 0 ? html`<p><strong>${words.upFront.failed(failed.length)}</strong></p>` : null}${floors.map(({ rule, key, by, until }) => html`<p><strong>${words.upFront.floor(rule, key, by, until)}</strong></p>`)}
    <div class="two">
      <div>
        <p>
          ${level('notRun')}
          ${words.upFront.rules(counts.rulesRun, rules)}。${rules > 0 ? words.upFront.notRun : ''}
        </p>
        ${
          rules > 0
            ? html`<ul>
                ${lacking}${more(notRun.length)}
              </ul>`
            : null
        }
      </div>
      <div>
        <p>${level('incomplete')} ${words.upFront.incomplete(count(counts.incomplete))}</p>
        ${
          undecided.length > 0
            ? html`<ul>
                ${unsure}${more(undecided.length)}
              </ul>`
            : null
        }
      </div>
    </div>
    ${
      notes.length > 0
        ? html`<details>
            <summary>${words.upFront.notes} ${notes.length}</summary>
            <ul>
              ${notes.map((note) => html`<li>${note}</li>`)}
            </ul>
          </details>`
        : null
    }
  </section>`
}
