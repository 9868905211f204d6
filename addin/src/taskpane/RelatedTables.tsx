import type { TableName } from '@postloan/core/policy'
import { LevelIcon } from '@postloan/core/ui'

import type { ReadingState } from '../session/types.ts'
import { paneWords } from './paneWords.ts'

const words = paneWords.ledger
const related: readonly TableName[] = ['押品', '保证人', '支付', '预警', '催收', '财务', '档案']

/** The other tables that were found, and those that were not. */
export function RelatedTables({
  reading,
  except,
}: {
  readonly reading: ReadingState
  readonly except: string
}) {
  const others = reading.tables.filter((table) => table.sheet !== except)
  const missing = related.filter((name) => !reading.tables.some((table) => table.name === name))
  return (
    <section className="pane-section">
      <h3 className="pl-heading">{words.related}</h3>
      {others.length > 0 ? (
        <ul className="pane-pairs">
          {others.map((table) => (
            <li key={table.sheet}>
              <span>
                {words.tableName(table.name)}{' '}
                <span className="pl-quiet">{words.relatedSheet(table.sheet)}</span>
              </span>
              <span className="pl-keep">{words.rows(table.rowCount)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {missing.length > 0 ? (
        <p className="pane-aside">
          <LevelIcon level="notRun" size={16} />
          <span>{words.relatedNone(missing.join('、'))}</span>
        </p>
      ) : null}
    </section>
  )
}
