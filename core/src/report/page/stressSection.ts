import { stressOf } from '../stress.ts'
import { largestFall } from '../stressFigures.ts'
import type { ReportData, StressShock } from '../types.ts'
import { shareChart } from './charts.ts'
import { html, Markup } from './markup.ts'
import { count, share, wan } from './numbers.ts'
import { figures, section, table, texts } from './pieces.ts'
import { pageWords as words } from './words.ts'

/** The sliders of the page: what each moves, how far and in what steps. */
const sliders: readonly {
  readonly id: keyof StressShock
  readonly name: string
  readonly max: number
  readonly step: number
}[] = [
  { id: 'attentionToNpl', name: words.stress.attention, max: 100, step: 1 },
  { id: 'normalToNpl', name: words.stress.normal, max: 10, step: 0.1 },
  { id: 'collateralFall', name: words.stress.fall, max: largestFall, step: 1 },
  { id: 'provision', name: words.stress.provision, max: 100, step: 1 },
]

const outcomes = [
  ['nplRatio', words.stress.nplRatio],
  ['newNpl', words.stress.newNpl],
  ['extraProvision', words.stress.extra],
  ['gap', words.stress.gap],
] as const

/** PF-14: the policy's scenarios drawn and listed, and sliders for any other. */
export function stressSection({ book: { stress } }: ReportData): Markup {
  const { title, hint, cannot, unclassed, script } = words.stress
  const { base, scenarios } = stress
  if (!base) return section('stress', title, '', html`<p>${cannot}</p>`)
  const reckoned = scenarios.map((scenario) => ({ ...scenario, ...stressOf(base, scenario) }))
  const [now = 0] = reckoned.map(({ nplNow }) => nplNow)
  const gap = (value: number | null): string => (value === null ? '—' : wan(value))
  const data = JSON.stringify({ base, scenarios }).replaceAll('<', '\\u003c')
  return section(
    'stress',
    title,
    hint,
    html`<div class="two">
      <div>
        <h3>${words.stress.baseline}</h3>
        ${shareChart([
          { name: '现在', value: now, text: share(now), bad: false },
          ...reckoned.map(({ name, nplRatio }) => ({
            name,
            value: nplRatio,
            text: share(nplRatio),
            bad: true,
          })),
        ])}${table(
          words.stress.baseline,
          [...texts(words.stress.baseHead[0]), ...figures(...words.stress.baseHead.slice(1))],
          reckoned.map((one) => [
            one.name,
            share(one.attentionToNpl),
            share(one.normalToNpl),
            share(one.collateralFall),
            share(one.nplRatio),
            wan(one.extraProvision),
            gap(one.gap),
          ]),
        )}${base.unclassed > 0 ? html`<p class="mut">${unclassed(count(base.unclassed))}</p>` : null}${
          base.gaps.length === 0 ? html`<p class="mut">${words.stress.unknown}</p>` : null
        }
      </div>
      <div class="own">
        <h3>${words.stress.own}</h3>
        <noscript><p>${script}</p></noscript>${controls(scenarios.map(({ name }) => name))}
      </div>
    </div>`,
    new Markup(`<script type="application/json" id="stress-data">${data}</script>`),
  )
}

function controls(names: readonly string[]): Markup {
  const choices = [...names, words.stress.own].map(
    (name, at) => html`<label><input type="radio" name="scenario" value="${at}" /> ${name}</label>`,
  )
  const rows = sliders.map(
    ({ id, name, max, step }) =>
      html`<div class="slide">
        <label for="s-${id}">${name}</label
        ><input type="range" id="s-${id}" data-shock="${id}" min="0" max="${max}" step="${step}" /><output
          for="s-${id}"
          data-shown="${id}"
        ></output>
      </div>`,
  )
  const results = outcomes.map(
    ([id, name]) =>
      html`<tr>
        <th scope="row" class="a">${name}</th>
        <td data-now="${id}"></td>
        <td data-out="${id}"></td>
        <td data-more="${id}"></td>
      </tr>`,
  )
  return html`<form data-stress hidden>
    <fieldset>
      <legend>${words.stress.choose}</legend>
      ${choices}
    </fieldset>
    ${rows}
    <div class="scroll">
      <table class="t">
        <thead>
          <tr>
            ${words.stress.head.map((text, at) => (at === 0 ? html`<td></td>` : html`<th scope="col">${text}</th>`))}
          </tr>
        </thead>
        <tbody aria-live="polite">
          ${results}
        </tbody>
      </table>
    </div>
  </form>`
}
