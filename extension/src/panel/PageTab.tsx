import { maskWithin } from '@postloan/core/check'
import { EmptyState } from '@postloan/core/ui'
import { useState } from 'react'

import type { PageView } from '../engine/index.ts'
import { panelWords as words } from './messages.ts'
import { PageLevel } from './PageLevel.tsx'

/** A page may have thousands; the export has them all. */
const mostShown = 500

/** What stands on this page: what is missing or wrong, how it differs from the ledger, and what was read. */
export function PageTab({ view, onGo }: { readonly view: PageView; readonly onGo: (id: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  const differs = new Map(
    view.differences.map(({ field, page, ledger }) => [`ledger:${field}`, words.differ(page, ledger)]),
  )
  const known = view.fields.filter(({ meaning }) => meaning !== null).length
  return (
    <div>
      {view.items.length === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingText(view.rulesRun)}</EmptyState>
      ) : (
        <ul className="px-items">
          {view.items.map((item) => (
            <li key={item.id + item.label}>
              <PageLevel level={item.level} />
              <span className="px-item-text">
                <b>{item.label}</b> <span className="pl-quiet">{item.words}</span>
                <span className="pl-block">{differs.get(item.id) ?? item.text}</span>
              </span>
              {item.at ? (
                <button type="button" className="pl-link" onClick={() => onGo(item.id)}>
                  {words.go[item.kind]}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {view.differences.length > 0 ? (
        <section>
          <h3 className="px-section">
            {words.differences}
            <span className="pl-quiet">
              {' '}
              {words.ledgerOf(view.ledger?.asOf ?? null, view.ledger?.file ?? '')}
            </span>
          </h3>
          <table className="px-table">
            <thead>
              <tr>
                <th scope="col" aria-label={words.read} />
                <th scope="col">{words.onPage}</th>
                <th scope="col">{words.inLedger}</th>
              </tr>
            </thead>
            <tbody>
              {view.differences.map(({ field, name, page, ledger }) => (
                <tr key={field}>
                  <th scope="row">{name}</th>
                  <td>{page}</td>
                  <td>{ledger}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <section>
        <h3 className="px-section">
          <button type="button" className="pl-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words.read}
          </button>
          <span className="pl-quiet"> {words.readOf(known, view.fields.length)}</span>
        </h3>
        {view.frames.some(({ cut }) => cut) ? <p className="pl-note">{words.cut}</p> : null}
        {isOpen ? (
          <dl className="px-read">
            {view.fields.slice(0, mostShown).map(({ id, field, meaning, confidence, shown }) => (
              <div key={id}>
                <dt>
                  {maskWithin(field.label)}
                  <span className="pl-quiet">
                    {meaning ? ` ${meaning.name} ${Math.round(confidence * 100)}%` : ` ${words.unknown}`}
                  </span>
                </dt>
                <dd>{shown === '' ? <span className="pl-quiet">{words.empty}</span> : shown}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </section>
    </div>
  )
}
