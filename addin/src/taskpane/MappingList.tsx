import { Select } from '@fluentui/react-components'
import type { ColumnReading } from '@postloan/core/ledger'
import { columnLetters } from '@postloan/core/table'
import { LineIcon } from '@postloan/core/ui'
import { useState } from 'react'

import type { TableView } from '../session/types.ts'
import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.ledger
/** Below it a person is asked to look. */
const sure = 0.9

/** Which column was taken for which field. First those that are not certain; the rest on demand. */
export function MappingList({ table }: { readonly table: TableView }) {
  const { session } = useSession()
  const [showsAll, setShowsAll] = useState(false)
  // what has to be confirmed stays in its place while it is being corrected
  const [doubtful] = useState(
    () => new Set(table.reading.columns.filter(isDoubtful).map(({ column }) => column)),
  )
  const { columns } = table.reading
  const named = columns.filter((column) => column.header !== '' || column.field !== null)
  const first = named.filter(({ column }) => doubtful.has(column))
  const shown = showsAll ? named : first
  const nameOf = new Map(table.fields.map((field) => [field.key, field.name]))
  return (
    <section className="pane-section">
      <div className="pl-head">
        <h3 className="pl-heading">{words.mapping}</h3>
        <span className="pl-quiet">
          {words.mapped(named.length, named.filter(({ field }) => field !== null).length)}
        </span>
      </div>
      <p className="pl-quiet pane-mapping-hint">
        {first.length > 0 ? words.confirm(first.length) : words.allSure}
        {named.length > first.length ? (
          <>
            {first.length > 0 ? words.others(named.length - first.length) : null}
            <button
              type="button"
              className="pl-link"
              aria-expanded={showsAll}
              onClick={() => setShowsAll(!showsAll)}
            >
              {showsAll ? words.hide : words.show}
            </button>
          </>
        ) : null}
      </p>
      {shown.length > 0 ? (
        <ul className="pane-map">
          <li className="pane-map-head pl-quiet" aria-hidden="true">
            <span>{words.column}</span>
            <span>{words.header}</span>
            <span />
            <span>{words.field}</span>
          </li>
          {shown.map((column) => (
            <Row
              key={column.column}
              column={column}
              fields={table.fields}
              examples={table.examples[column.column] ?? []}
              sameAs={column.sameAs === undefined ? '' : (nameOf.get(column.sameAs) ?? '')}
              onChange={(field) =>
                start(session.correct(table.sheet, { columns: { [column.column]: field } }))
              }
            />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

interface RowProps {
  readonly column: ColumnReading
  readonly fields: TableView['fields']
  readonly examples: readonly string[]
  readonly sameAs: string
  readonly onChange: (field: string | null) => void
}

function Row({ column, fields, examples, sameAs, onChange }: RowProps) {
  const letters = columnLetters(column.column)
  const header = column.header || words.noHeader
  const unread = column.unread ?? 0
  return (
    <li>
      <span className="pl-quiet">{letters}</span>
      <span className="pane-map-name" title={header}>
        {header.split(' > ').at(-1)}
        {unread > 0 ? <span className="pl-quiet"> {words.columnUnread(unread)}</span> : null}
        {sameAs ? <span className="pl-quiet"> {words.sameAs(sameAs)}</span> : null}
        {examples.length > 0 ? (
          <span className="pl-quiet pane-map-examples" title={examples.join('\n')}>
            {words.examples(examples)}
          </span>
        ) : null}
      </span>
      <LineIcon name="arrow" size={14} />
      <Select
        size="small"
        aria-label={words.mapTo(letters, header)}
        value={column.field ?? ''}
        onChange={(_, { value }) => onChange(value === '' ? null : value)}
      >
        <option value="">{words.notUsed}</option>
        {fields.map((field) => (
          <option key={field.key} value={field.key}>
            {field.name}
          </option>
        ))}
      </Select>
    </li>
  )
}

/** Columns that every ledger has and no rule needs. */
const plain = /^(?:序号|编号|行号|备注\d*|说明|no\.?)$/iu

function isDoubtful(column: ColumnReading): boolean {
  if (column.field === null && (column.header === '' || plain.test(column.header))) return false
  return column.field === null || column.confidence < sure || (column.unread ?? 0) > 0
}
