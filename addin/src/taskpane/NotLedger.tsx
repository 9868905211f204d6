import type { ColumnReading } from '@postloan/core/ledger'
import { columnLetters } from '@postloan/core/table'
import { LineIcon } from '@postloan/core/ui'

import type { ReadingState } from '../session/types.ts'
import { NewTemplate } from './NewTemplate.tsx'
import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.ledger

/** No ledger of loans in this workbook: why each sheet is none, and the way to say that one is after all. */
export function NotLedger({ reading }: { readonly reading: ReadingState }) {
  const { session } = useSession()
  const active = reading.notTables.find(({ sheet }) => sheet === reading.activeSheet)
  return (
    <div className="pane-pad">
      <h2 className="pl-heading">
        <LineIcon name="sheet" /> {words.notFound}
      </h2>
      <p className="pane-reason">
        {active ? `${words.relatedSheet(active.sheet)}：${active.reason}` : words.noLedgerRelated}
      </p>
      {active?.header ? <Essentials columns={active.header.columns} /> : null}
      <section className="pane-section">
        <h3 className="pl-heading">{words.chooseAnother}</h3>
        <ul className="pane-pairs">
          {reading.tables.map((table) => (
            <li key={table.sheet}>
              <span>
                {table.sheet} <span className="pl-quiet">{words.tableName(table.name)}</span>
              </span>
              <span className="pl-keep">{words.rows(table.rowCount)}</span>
            </li>
          ))}
          {reading.notTables.map((sheet) => (
            <li key={sheet.sheet}>
              <span>
                {sheet.sheet} <span className="pl-quiet">{sheet.reason}</span>
              </span>
              {sheet.code === 'empty' || sheet.code === 'ours' ? null : (
                <button
                  type="button"
                  className="pl-link"
                  aria-label={words.asLedgerName(sheet.sheet)}
                  onClick={() => start(session.correct(sheet.sheet, { table: '借据' }))}
                >
                  {words.asLedger}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <NewTemplate />
    </div>
  )
}

/** What a ledger of loans cannot do without, and where it was found. */
const essentials: Readonly<Record<keyof typeof words.essentials, readonly string[]>> = {
  customer: ['customerName'],
  balance: ['balance', 'loanAmount'],
  dates: ['disburseDate', 'maturityDate'],
  numbers: ['loanNo', 'contractNo', 'accountNo'],
}

function Essentials({ columns }: { readonly columns: readonly ColumnReading[] }) {
  return (
    <ul className="pane-pairs">
      <li className="pl-quiet" aria-hidden="true">
        <span>{words.wanted}</span>
        <span>{words.found}</span>
      </li>
      {(['customer', 'balance', 'dates', 'numbers'] as const).map((name) => {
        const column = columns.find(({ field }) => field !== null && essentials[name].includes(field))
        return (
          <li key={name}>
            <span>{words.essentials[name]}</span>
            <span className={column ? '' : 'pl-quiet'}>
              {column ? words.foundAt(columnLetters(column.column)) : words.foundNone}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
