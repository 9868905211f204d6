import type { Judging, JudgingColumn } from '../../check/excel/index.ts'
import { columnLetters } from '../../table/index.ts'
import { catalogueColumn } from './catalogueSheet.ts'
import { templateWords as words } from './messages.ts'
import { sheetNames } from './names.ts'
import type { PlacedField } from './templateGround.ts'

/** Columns of the hidden sheet that the visible sheets read, by letters. */
export interface LiveColumns {
  readonly columns: readonly JudgingColumn[]
  readonly level: string
  readonly item: string
  readonly remedy: string
  readonly officerNumber: string
  readonly branchNumber: string
  /** Due day with the row behind the point, by kind of work. */
  readonly due: Readonly<Record<WorkKind, string>>
}

export type WorkKind = keyof typeof words.work.kinds
export const workKinds: readonly WorkKind[] = ['firstCheck', 'payment', 'maturity', 'rectify']

/** Behind the point of a due day: the loan's row times ten and the place of the kind of work. */
export const workPlace = 1_000_000

/** Days ahead that worklists look. */
const ahead = 31

/** What the loan sheet, the summary and the worklists show, worked out row by row beside the rules' outcomes. */
export function liveColumns(
  judging: Judging,
  loans: readonly PlacedField[],
  firstCheckDays: string,
): LiveColumns {
  const columns: JudgingColumn[] = []
  let next = judging.columns.length
  const add = (id: string, each: string): string => {
    const column = next++
    columns.push({ id, column, each: `IF($A{r}=0,"",${each})` })
    return columnLetters(column)
  }
  const counted = judging.cases.filter((one) => one.case.kind !== 'due')
  const [first, last] = [counted[0]?.column ?? 0, counted.at(-1)?.column ?? 0]
  const outcomes = `$${columnLetters(first)}{r}:$${columnLetters(last)}{r}`
  const hit = add('!hit', `IFERROR(MATCH(2,${outcomes},0),0)`)
  const hits = add('!hits', `COUNTIF(${outcomes},2)`)
  const open = add('!open', `COUNTIF(${outcomes},3)`)
  const looked = (letters: string): string => `INDEX(${catalogueColumn(letters, counted.length)},$${hit}{r})`
  const level = add(
    '!level',
    `IF($B$2="","${words.summary.undecided}",IF($${hit}{r}>0,${looked('B')},IF($${open}{r}>0,"${words.summary.undecided}","")))`,
  )
  const rest = `IF($${hits}{r}>1,${words.more(`($${hits}{r}-1)`)},"")`
  const item = add(
    '!item',
    `IF($B$2="","${words.fillAsOf}",IF($${hit}{r}>0,${looked('C')}&${rest},IF($${open}{r}>0,${words.undecided(`$${open}{r}`)},"")))`,
  )
  const remedy = add('!remedy', `IF($${hit}{r}>0,${looked('E')},"")`)

  const cellOf = (key: string): string | null => {
    const column = judging.columns.find(({ id }) => id === key)
    return column ? `$${columnLetters(column.column)}{r}` : null
  }
  const rawOf = (key: string): string => {
    const place = loans.find(({ field }) => field.key === key)
    const letters = columnLetters(place?.column ?? 0)
    return `INDEX(${sheetNames.loans}!$${letters}:$${letters},ROW())`
  }
  /** Numbers the first row of each name, so that the summary can list them without functions of newer versions. */
  const numbered = (id: string, key: string): string => {
    const name = add(`${id}Name`, `${rawOf(key)}&""`)
    const letters = columnLetters(next)
    return add(
      id,
      `IF($${name}{r}="","",IF(ISNUMBER(MATCH($${name}{r},$${name}$2:$${name}{p},0)),"",MAX($${letters}$2:$${letters}{p})+1))`,
    )
  }
  const officerNumber = numbered('!officer', 'managerName')
  const branchNumber = numbered('!branch', 'orgName')
  const closed = cellOf('=closed')
  const due = (kind: WorkKind, day: string, done = 'FALSE'): string => {
    const known = `IFERROR(AND(ISNUMBER(${day}),NOT(${done}),ISNUMBER($B$2)),FALSE)`
    const place = `(ROW()*10+${workKinds.indexOf(kind)})/${workPlace}`
    const inTime = `IF(${day}<=$B$2+${ahead},${day}+${place},"")`
    return add(`!due${kind}`, `IF(${closed ?? '""'}="是","",IF(${known},${inTime},""))`)
  }
  const disbursed = cellOf('disburseDate') ?? 'NA()'
  const checked = cellOf('firstCheckDate')
  const state = cellOf('rectifyStatus')
  return {
    columns,
    level,
    item,
    remedy,
    officerNumber,
    branchNumber,
    due: {
      firstCheck: due(
        'firstCheck',
        `IF(${disbursed}+180>$B$2,${disbursed}+${firstCheckDays},"")`,
        checked ? `${checked}<>""` : 'FALSE',
      ),
      payment: due('payment', cellOf('nextDueDate') ?? rawDay(rawOf('nextDueDate'))),
      maturity: due('maturity', cellOf('=effectiveMaturity') ?? rawDay(rawOf('maturityDate'))),
      rectify: due(
        'rectify',
        cellOf('rectifyDeadline') ?? rawDay(rawOf('rectifyDeadline')),
        state ? `${state}="已完成"` : 'FALSE',
      ),
    },
  }
}

function rawDay(raw: string): string {
  return `IF(ISNUMBER(${raw}),${raw},"")`
}
