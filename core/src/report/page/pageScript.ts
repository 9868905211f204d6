import type { stressOf } from '../stress.ts'
import type { StressBase, StressShock } from '../types.ts'

/**
 * What runs in the page. Its text is put there as it stands, so it uses nothing outside itself: what it needs comes in
 * as a parameter. Without it the page is all there, but for the sliders and the search.
 */
export function startPage(reckon: typeof stressOf): void {
  const rowsAtOnce = 20
  startFindings()
  startStress()

  function startFindings(): void {
    const field = document.querySelector<HTMLInputElement>('#find')
    const status = document.querySelector('[data-status]')
    const rules = Array.from(document.querySelectorAll<HTMLDetailsElement>('[data-rule]'), (rule) => ({
      rule,
      more: rule.querySelector<HTMLButtonElement>('[data-more]'),
      words: (rule.querySelector('summary')?.textContent ?? '').toLowerCase(),
      rows: Array.from(rule.querySelectorAll('tbody tr'), (row) => ({
        row,
        words: (row.textContent ?? '').toLowerCase(),
      })),
      shown: rowsAtOnce,
    }))
    const show = (): void => {
      const wanted = (field?.value ?? '').trim().toLowerCase()
      let [found, among] = [0, 0]
      for (const one of rules) {
        const whole = wanted === '' || one.words.includes(wanted)
        const fits = one.rows.filter(({ words }) => whole || words.includes(wanted))
        for (const { row } of one.rows) row.toggleAttribute('hidden', true)
        const most = wanted === '' || whole ? one.shown : fits.length
        for (const { row } of fits.slice(0, most)) row.toggleAttribute('hidden', false)
        one.more?.toggleAttribute('hidden', fits.length <= most)
        one.rule.toggleAttribute('hidden', fits.length === 0)
        if (wanted !== '' && !whole) one.rule.open = fits.length > 0
        if (fits.length > 0) among += 1
        found += fits.length
      }
      if (status) status.textContent = wanted === '' ? '' : `${among} 条规则，${found} 项`
    }
    for (const one of rules) {
      one.more?.addEventListener('click', () => {
        one.shown += rowsAtOnce
        show()
      })
    }
    field?.addEventListener('input', show)
    document.querySelector('[data-clear]')?.addEventListener('click', () => {
      if (field) field.value = ''
      for (const one of rules) one.rule.open = false
      show()
      field?.focus()
    })
    for (const [name, open] of [
      ['[data-expand]', true],
      ['[data-fold]', false],
    ] as const) {
      document.querySelector(name)?.addEventListener('click', () => {
        for (const one of rules) one.rule.open = open
      })
    }
    document.querySelector('[data-tools]')?.toggleAttribute('hidden', false)
    show()
  }

  function startStress(): void {
    const form = document.querySelector<HTMLFormElement>('[data-stress]')
    const text = document.querySelector('#stress-data')?.textContent
    if (!form || !text) return
    const { base, scenarios } = JSON.parse(text) as { base: StressBase; scenarios: StressShock[] }
    const sliders = Array.from(form.querySelectorAll<HTMLInputElement>('[data-shock]'))
    const choices = Array.from(form.querySelectorAll<HTMLInputElement>('[name=scenario]'))
    const percent = (value: number): string => `${value.toFixed(2)}%`
    const wan = (value: number): string =>
      (value / 10_000).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    const say = (attribute: string, id: string, words: string): void => {
      const cell = form.querySelector(`[data-${attribute}="${id}"]`)
      if (cell) cell.textContent = words
    }
    const reckonAgain = (): void => {
      const shock = { attentionToNpl: 0, normalToNpl: 0, collateralFall: 0, provision: 0 }
      for (const slider of sliders) {
        const id = slider.dataset['shock'] as keyof StressShock
        shock[id] = Number(slider.value)
        say('shown', id, `${slider.value}%`)
      }
      const out = reckon(base, shock)
      say('now', 'nplRatio', percent(out.nplNow))
      say('out', 'nplRatio', percent(out.nplRatio))
      say('more', 'nplRatio', `+${(out.nplRatio - out.nplNow).toFixed(2)} 个百分点`)
      const amounts = { newNpl: out.newNpl, extraProvision: out.extraProvision, gap: out.gap }
      for (const [id, amount] of Object.entries(amounts)) {
        say('now', id, amount === null ? '—' : '0.00')
        say('out', id, amount === null ? '—' : wan(amount))
        say('more', id, amount === null ? '' : `+${wan(amount)}`)
      }
    }
    const choose = (at: number): void => {
      const chosen = scenarios[at]
      for (const slider of sliders) {
        const id = slider.dataset['shock'] as keyof StressShock
        // a shock of the policy may lie between two steps
        if (chosen) {
          slider.step = Number.isInteger(chosen[id] / Number(slider.step)) ? slider.step : 'any'
          slider.value = String(chosen[id])
        }
      }
      for (const choice of choices) choice.checked = choice.value === String(at)
      reckonAgain()
    }
    for (const choice of choices) choice.addEventListener('change', () => choose(Number(choice.value)))
    for (const slider of sliders) {
      slider.addEventListener('input', () => {
        for (const choice of choices) choice.checked = choice.value === String(scenarios.length)
        reckonAgain()
      })
    }
    form.addEventListener('submit', (event) => event.preventDefault())
    form.toggleAttribute('hidden', false)
    choose(Math.min(1, scenarios.length - 1))
  }
}
