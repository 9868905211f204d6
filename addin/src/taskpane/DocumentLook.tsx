import { Button } from '@fluentui/react-components'
import { EmptyState, LoadingRows } from '@postloan/core/ui'
import { useEffect, useRef, useState } from 'react'

import type { DocumentOrder, DocumentPreview } from '../session/paperTypes.ts'
import { MessageList } from './MessageList.tsx'
import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.documents

interface DocumentLookProps {
  readonly orders: readonly DocumentOrder[]
  readonly onBack: () => void
  readonly onMake: () => void
}

/** What each document will say and leave blank, one after the other, before any is made. */
export function DocumentLook({ orders, onBack, onMake }: DocumentLookProps) {
  const { session, state } = useSession()
  const [at, setAt] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  // the button that led here is gone
  useEffect(() => bar.current?.querySelector('button')?.focus(), [])
  const order = orders[Math.min(at, orders.length - 1)]
  const [seen, setSeen] = useState<{
    readonly order: DocumentOrder
    readonly preview: DocumentPreview | null
  } | null>(null)
  useEffect(() => {
    if (!order) return
    let isCurrent = true
    const fetch = async (): Promise<void> => {
      const preview = await session.previewDocument(order)
      if (isCurrent) setSeen({ order, preview })
    }
    start(fetch())
    return () => {
      isCurrent = false
    }
  }, [session, order])
  return (
    <>
      <div className="pane-main">
        <MessageList />
        <div className="pl-filter" ref={bar}>
          <Button size="small" onClick={onBack}>
            {words.back}
          </Button>
          <output className="pl-push pl-quiet">{words.previewOf(at + 1, orders.length)}</output>
          <Button size="small" disabledFocusable={at === 0} onClick={() => setAt(at - 1)}>
            {words.before}
          </Button>
          <Button size="small" disabledFocusable={at + 1 >= orders.length} onClick={() => setAt(at + 1)}>
            {words.next}
          </Button>
        </div>
        {seen?.order !== order ? <LoadingRows /> : null}
        {seen?.order === order && seen?.preview ? <Facts preview={seen.preview} /> : null}
        {seen?.order === order && !seen?.preview ? (
          <EmptyState title={words.noPreview}>{''}</EmptyState>
        ) : null}
      </div>
      <div className="pane-foot">
        <Button
          className="pane-foot-wide"
          appearance="primary"
          disabled={state.busy !== null}
          onClick={onMake}
        >
          {words.make(orders.length)}
        </Button>
      </div>
    </>
  )
}

function Facts({ preview }: { readonly preview: DocumentPreview }) {
  const { fileName, customer, loans, findings, because, missing } = preview
  return (
    <dl className="pane-look">
      <dt>{words.file}</dt>
      <dd>{fileName}</dd>
      <dt>{words.customer}</dt>
      <dd>{customer}</dd>
      <dt>{words.loans}</dt>
      <dd>{loans.join('、')}</dd>
      <dt>{words.because}</dt>
      <dd>
        {because.length === 0 ? (
          <span className="pl-quiet">{words.asked}</span>
        ) : (
          because.map((line) => <p key={line}>{line}</p>)
        )}
      </dd>
      <dt>{words.findings}</dt>
      <dd>{words.findingCount(findings)}</dd>
      <dt>{words.missing}</dt>
      <dd>{missing.length === 0 ? words.nothingMissing : missing.join('、')}</dd>
    </dl>
  )
}
