import {
  describeIndicators,
  formatMoney,
  formatNumber,
  severities,
  type PreviousLoans,
  type RedLineTouch,
} from '../check/index.ts'
import { redLinesNote, type Policy } from '../policy/index.ts'
import { messages } from './messages.ts'
import type { Overview, UnitScore } from './overview.ts'
import { overviewMessages as words } from './overviewMessages.ts'
import { printPicture } from './printPicture.ts'
import { basisOf } from './selectFindings.ts'
import { cut, formatTable, padStart, textWidth } from './textWidth.ts'

const rowsShown = 10

/** The book on a page: the picture, then the indicators, red lines and the inspection's score. */
export function printOverview(overview: Overview, policy: Policy): string[] {
  return [
    ...printPicture(overview.picture),
    '',
    ...indicatorLines(overview, policy),
    '',
    ...redLineLines(overview.redLines, policy),
    '',
    ...scoreLines(overview),
  ]
}

/** Figures with what they are divided by, target, formula and basis; what has no figure goes by what is missing. */
function indicatorLines({ indicators }: Overview, policy: Policy): string[] {
  const lines: string[] = [words.indicators]
  const missing = new Map<string, string[]>()
  for (const indicator of indicators) {
    const told = indicator.parts.filter(({ value }) => value !== null)
    for (const { value, because = '', name, of } of indicator.parts) {
      if (value !== null) continue
      const shown = `${indicator.id} ${of === undefined ? name : `${name}·${of}`}`
      missing.set(because, [...(missing.get(because) ?? []), shown])
    }
    if (told.length === 0) continue
    told.forEach((part, at) => {
      lines.push(...describeIndicators([{ ...indicator, parts: [part] }]).map((line) => `  ${line}`))
      // branches and cases of one figure share its formula
      if (told[at + 1]?.formula !== part.formula) lines.push(`      ${words.formula(part.formula)}`)
    })
    lines.push(
      ...(indicator.note === undefined ? [] : [`      ${words.note(indicator.note)}`]),
      `      ${words.basis}${basisOf(indicator.sources, policy)}`,
    )
  }
  if (missing.size > 0) {
    lines.push('', `  ${words.cannotTell}`)
    for (const [reason, names] of missing) lines.push(`    ${words.because(reason, names)}`)
  }
  return lines
}

function redLineLines(touches: readonly RedLineTouch[], policy: Policy): string[] {
  const lines: string[] = [words.redLines, `  ${redLinesNote}`]
  for (const { line, findings, bySeverity, notRun } of touches) {
    const levels = severities
      .filter((severity) => bySeverity[severity] > 0)
      .map((severity) => words.level(messages.levelSign[severity], bySeverity[severity]))
    const known = line.rules.filter((rule) => policy.rules.some(({ id }) => id === rule))
    const none = notRun.length === known.length
    lines.push(
      `  ${none ? `${line.id}. ${line.name}  ${words.noneRan}` : words.redLine(line.id, line.name, findings, levels.join('  '), notRun.length > 0)}`,
      `      ${[
        words.redLineRules(known),
        ...(notRun.length > 0 && !none ? [words.redLineNotRun(notRun)] : []),
        `${words.basis}${basisOf(line.sources, policy)}`,
      ].join('  ')}`,
    )
  }
  return lines
}

function scoreLines({ score, scoreByManager, scoreByOrg }: Overview): string[] {
  const total = score.criteria.reduce((sum, { criterion }) => sum + criterion.points, 0)
  const lines: string[] = [words.score(score.name)]
  if (score.percent === null) return [...lines, `  ${words.noScore}`]
  lines.push(`  ${words.scoreSum(formatNumber(score.points), score.of, formatNumber(score.percent))}`)
  if (!score.complete) lines.push(`  ${words.scoreUndone(total - score.of)}`)
  lines.push(`  ${words.scorePass(score.passMark, score.passed, score.below)}`)
  const rows = score.criteria.map(({ criterion, mark, judged, faults }) => [
    criterion.group,
    criterion.text,
    criterion.points,
    mark === null ? words.byPerson : formatNumber(mark),
    judged,
    faults,
  ])
  return [
    ...lines,
    ...formatTable([[...words.scoreHeader], ...rows], '    '),
    ...unitLines(words.scoreUnits.manager, scoreByManager),
    ...unitLines(words.scoreUnits.org, scoreByOrg),
  ]
}

function unitLines(title: string, units: readonly UnitScore[]): string[] {
  if (units.length < 2) return []
  const rows = units
    .slice(0, rowsShown)
    .map(({ unit, score }) => [
      cut(unit, 24),
      score.of,
      formatNumber(score.points),
      score.percent === null ? words.byPerson : formatNumber(score.percent),
    ])
  const more = units.length > rowsShown ? [`    ${words.moreUnits(units.length - rowsShown)}`] : []
  return ['', `  ${title}`, ...formatTable([[...words.unitHeader], ...rows], '    '), ...more]
}

/** Loans that had a balance last month and are not here: largest first. */
export function printVanished(previous: PreviousLoans | null): string[] {
  const vanished = previous?.vanished ?? []
  if (vanished.length === 0) return []
  const some = vanished.slice(0, rowsShown)
  const amounts = some.map(({ balance }) => formatMoney(balance / 10_000))
  const widest = Math.max(textWidth(words.vanishedHeader[4]), ...amounts.map(textWidth))
  const rows = some.map((loan, at) => [
    loan.row,
    loan.key,
    cut(loan.customer, 30),
    loan.officer,
    padStart(amounts[at] ?? '', widest),
    loan.fiveClass,
    loan.maturity ?? '',
    [...(loan.risky ? [words.risky] : []), ...(loan.fellDue ? [words.fellDue] : [])].join('，'),
  ])
  return [
    words.vanished(vanished.length),
    ...formatTable([[...words.vanishedHeader], ...rows], '  '),
    ...(vanished.length > rowsShown ? [`  ${words.more(vanished.length - rowsShown)}`] : []),
  ]
}
