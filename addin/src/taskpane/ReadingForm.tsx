import { Button, Input, Select } from '@fluentui/react-components'
import { formatIsoDay, parseIsoDay } from '@postloan/core/calendar'
import { columnLetters } from '@postloan/core/table'
import { useId } from 'react'

import type { ReadingState, TableView } from '../session/types.ts'
import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.ledger
const deepestHeader = 12
const tallestHeader = 3

interface ReadingFormProps {
  readonly table: TableView
  readonly reading: ReadingState
  readonly onChooseSheet: (sheet: string) => void
}

/** Sheet, header rows, day and unit as they were found; another choice is read again at once. */
export function ReadingForm({ table, reading, onChooseSheet }: ReadingFormProps) {
  const { session } = useSession()
  const id = useId()
  const { headerRows, unit, leftOut, unread, unreadTotal, columns } = table.reading
  const others = reading.notTables.filter(({ code }) => code !== 'empty' && code !== 'ours')
  const ownUnits = [...new Set(columns.map((column) => column.unit).filter((one) => one.endsWith('元')))]
  const noUnit = ownUnits.length > 0 ? words.unitInColumns(ownUnits.join('、')) : words.noUnit
  const units = [...new Set([unit, ...words.units])]
  return (
    <div className="pane-form">
      <label htmlFor={`${id}-sheet`}>{words.sheet}</label>
      <Select
        id={`${id}-sheet`}
        size="small"
        value={table.sheet}
        onChange={(_, { value }) => {
          onChooseSheet(value)
          if (others.some(({ sheet }) => sheet === value)) start(session.correct(value, { table: '借据' }))
        }}
      >
        {reading.tables.map((one) => (
          <option key={one.sheet} value={one.sheet}>
            {words.sheetOption(one.sheet, words.tableName(one.name))}
          </option>
        ))}
        {others.length > 0 ? (
          <optgroup label={words.notRecognised}>
            {others.map(({ sheet }) => (
              <option key={sheet} value={sheet}>
                {words.asLedgerOption(sheet)}
              </option>
            ))}
          </optgroup>
        ) : null}
      </Select>
      <label htmlFor={`${id}-header`}>{words.headerRows}</label>
      <Select
        id={`${id}-header`}
        size="small"
        value={headerRows.join('-')}
        onChange={(_, { value }) => {
          const [first = 1, last = 1] = value.split('-').map(Number)
          start(session.correct(table.sheet, { headerRows: [first, last] }))
        }}
      >
        {headerChoices(headerRows).map(([first, last]) => (
          <option key={`${first}-${last}`} value={`${first}-${last}`}>
            {words.headerRow(first, last)}
          </option>
        ))}
      </Select>
      <AsOfField reading={reading} id={`${id}-day`} />
      <label htmlFor={`${id}-unit`}>{words.unit}</label>
      <Select
        id={`${id}-unit`}
        size="small"
        value={unit}
        onChange={(_, { value }) => start(session.correct(table.sheet, { unit: value }))}
      >
        {units.map((one) => (
          <option key={one} value={one}>
            {one === '' ? noUnit : one}
          </option>
        ))}
      </Select>
      {leftOut.length > 0 ? (
        <>
          <span className="pane-label">{words.leftOut}</span>
          <span>{words.leftOutRows(leftOut)}</span>
        </>
      ) : null}
      {unread.length > 0 ? (
        <>
          <span className="pane-label">{words.unread}</span>
          <details>
            <summary>{words.unreadCells(unreadTotal ?? unread.length)}</summary>
            <ul>
              {unread.slice(0, 20).map((cell) => (
                <li key={`${cell.row}-${cell.column}`} className="pl-quiet">
                  {words.unreadPlace(`${columnLetters(cell.column)}${cell.row}`, cell.text, cell.why)}
                </li>
              ))}
            </ul>
          </details>
        </>
      ) : null}
    </div>
  )
}

/** The day the ledger speaks of, where it was found, and the other days that were seen. */
function AsOfField({ reading, id }: { readonly reading: ReadingState; readonly id: string }) {
  const { session } = useSession()
  const { asOf } = reading
  return (
    <>
      <label htmlFor={id}>{words.asOf}</label>
      <div className="pane-day">
        <Input
          id={id}
          type="date"
          size="small"
          value={asOf.day === null ? '' : formatIsoDay(asOf.day)}
          aria-describedby={`${id}-from`}
          onChange={(_, { value }) => {
            const day = parseIsoDay(value)
            if (!Number.isNaN(day)) start(session.setAsOf(day))
          }}
        />
        <span id={`${id}-from`} className="pl-quiet">
          {words.asOfFrom[asOf.from]}
        </span>
        {asOf.from === 'choice' ? (
          <button type="button" className="pl-link" onClick={() => start(session.setAsOf(null))}>
            {words.asOfReset}
          </button>
        ) : null}
      </div>
      {asOf.day === null ? <output className="pane-form-wide">{words.asOfNone}</output> : null}
      {asOf.conflicts.length > 0 && asOf.from !== 'choice' ? (
        <p className="pane-form-wide">
          {words.asOfConflict}
          {asOf.conflicts.map((other) => (
            <span key={`${other.day}${other.from}`} className="pane-conflict">
              {formatIsoDay(other.day)}
              <span className="pl-quiet">{words.asOfConflictFrom(other.from)}</span>
              <Button size="small" onClick={() => start(session.setAsOf(other.day))}>
                {words.otherDay(formatIsoDay(other.day))}
              </Button>
            </span>
          ))}
        </p>
      ) : null}
    </>
  )
}

/** Header blocks to choose from, the one in force among them. */
function headerChoices(now: readonly [number, number]): readonly (readonly [number, number])[] {
  const choices: (readonly [number, number])[] = []
  for (let first = 1; first <= deepestHeader; first += 1) {
    for (let last = first; last < first + tallestHeader; last += 1) choices.push([first, last])
  }
  return choices.some(([first, last]) => first === now[0] && last === now[1]) ? choices : [now, ...choices]
}
