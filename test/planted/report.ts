import { checkPortfolio, judge, type Mark } from './judge.ts'
import { plants } from './plants.ts'
import { plantedPortfolio } from './portfolio.ts'

/** `pnpm planted [loans] [rule…]`: precision and recall of every rule over the planted portfolio; what differs is listed. */
const [countText = '20000', ...only] = process.argv.slice(2)
const chosen =
  only.length > 0 ? plants.filter((plant) => only.some((id) => plant.rule.startsWith(id))) : plants
const started = performance.now()
const portfolio = plantedPortfolio({ count: Number(countText), seed: 20_261_031, plants: chosen })
const made = performance.now()
const result = checkPortfolio(portfolio)
const judgement = judge(portfolio, result.findings())
const ended = performance.now()

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
console.log('rule      expected  found  precision  recall')
for (const [rule, { expected, found, right }] of [...judgement.byRule].toSorted(([a], [b]) =>
  a.localeCompare(b, 'en', { numeric: true }),
)) {
  console.log(
    `${rule.padEnd(10)}${String(expected).padStart(8)}${String(found).padStart(7)}${percent(right, found).padStart(11)}${percent(right, expected).padStart(10)}`,
  )
}
const list = (title: string, marks: readonly Mark[]): void => {
  const groups = new Map<string, Mark[]>()
  for (const mark of marks) {
    const name = `${mark.rule}${mark.case} ${mark.kind} <- ${mark.plant}`
    groups.set(name, [...(groups.get(name) ?? []), mark])
  }
  console.log(`\n${title}: ${marks.length}`)
  for (const [name, group] of [...groups].toSorted(([, a], [, b]) => b.length - a.length).slice(0, 400)) {
    console.log(`  ${group.length} × ${name} ${group[0]?.message ?? ''} [${group[0]?.loan.serial}]`)
  }
}
list('missed', judgement.missed)
list('extra', judgement.extra)
console.log(
  `\n${portfolio.loans.length} loans, ${portfolio.planted.length} planted, ${judgement.expected} expected, ${judgement.found} found; made in ${Math.round(made - started)} ms, checked in ${Math.round(ended - made)} ms`,
)
