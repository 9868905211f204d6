import { Button, Select } from '@fluentui/react-components'
import { LoadingRows } from '@postloan/core/ui'
import { useEffect, useId, useState } from 'react'

import {
  type DocumentGroup,
  type DocumentOrder,
  type DocumentScope,
  documentScopes,
} from '../session/paperTypes.ts'
import { BankForm } from './BankForm.tsx'
import { BusyView } from './BusyView.tsx'
import { DocumentLook } from './DocumentLook.tsx'
import { MessageList } from './MessageList.tsx'
import { NotChecked } from './NotChecked.tsx'
import { paneWords } from './paneWords.ts'
import { saveFile } from './saveFile.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.documents

/** Notices, reports and lists as .docx, for the loans that call for them, all serious ones, or the one selected. */
export default function DocumentsPane() {
  const { session, state } = useSession()
  const { result, busy, selected } = state
  const id = useId()
  const [groups, setGroups] = useState<readonly DocumentGroup[] | null>(null)
  const [group, setGroup] = useState<string | null>(null)
  const [scope, setScope] = useState<DocumentScope>('due')
  const [orders, setOrders] = useState<readonly DocumentOrder[] | null>(null)
  const [isLooking, setLooking] = useState(false)
  const lines = result?.lines
  useEffect(() => {
    if (!lines) return
    let isCurrent = true
    const fetch = async (): Promise<void> => {
      const found = await session.documentGroups()
      if (!isCurrent || !found) return
      setGroups(found)
      setGroup((before) => before ?? (found.find(({ due }) => due > 0) ?? found[0])?.name ?? null)
    }
    start(fetch())
    return () => {
      isCurrent = false
    }
  }, [session, lines])
  useEffect(() => {
    if (!lines || group === null) return
    let isCurrent = true
    const fetch = async (): Promise<void> => {
      const found = await session.documentOrders(group, scope, selected)
      if (isCurrent) setOrders(found)
    }
    start(fetch())
    return () => {
      isCurrent = false
    }
  }, [session, lines, group, scope, selected])

  if (busy?.task === 'documents' || (busy && !result)) return <BusyView busy={busy} />
  if (!result) return <NotChecked title={words.noResult} text={words.noResultText} />
  const count = orders?.length ?? 0
  const make = async (): Promise<void> => {
    const file = await session.makeDocuments(orders ?? [])
    if (file) saveFile(file)
  }
  if (isLooking && orders && count > 0) {
    return <DocumentLook orders={orders} onBack={() => setLooking(false)} onMake={() => start(make())} />
  }
  return (
    <>
      <div className="pane-main">
        <MessageList />
        {groups === null ? (
          <LoadingRows />
        ) : (
          <div className="pane-pad">
            <h2 className="pl-heading">{words.of}</h2>
            <div className="pane-form">
              <label htmlFor={`${id}-scope`}>{words.scope}</label>
              <Select
                id={`${id}-scope`}
                size="small"
                value={scope}
                onChange={(_, { value }) => setScope(documentScopes.find((one) => one === value) ?? 'due')}
              >
                {documentScopes.map((one) => (
                  <option key={one} value={one}>
                    {words.scopes[one]}
                  </option>
                ))}
              </Select>
            </div>
            <section className="pane-section">
              <h3 className="pl-heading" id={`${id}-kinds`}>
                {words.kinds}
              </h3>
              <div className="pane-kinds" role="radiogroup" aria-labelledby={`${id}-kinds`}>
                {groups.map((one) => (
                  <Kind
                    key={one.name}
                    group={one}
                    name={`${id}-kind`}
                    isChosen={one.name === group}
                    onChoose={() => setGroup(one.name)}
                  />
                ))}
              </div>
            </section>
            <BankForm />
          </div>
        )}
      </div>
      <div className="pane-foot">
        <Button
          className="pane-foot-wide"
          appearance="primary"
          disabled={busy !== null || count === 0}
          onClick={() => start(make())}
        >
          {words.make(count)}
        </Button>
        <Button disabled={busy !== null || count === 0} onClick={() => setLooking(true)}>
          {words.preview}
        </Button>
        <output className="pane-foot-note pl-quiet">
          {orders !== null && count === 0 ? words.none[scope] : words.saved(count)}
        </output>
      </div>
    </>
  )
}

interface KindProps {
  readonly group: DocumentGroup
  readonly name: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Kind({ group, name, isChosen, onChoose }: KindProps) {
  const id = useId()
  return (
    <div className={isChosen ? 'pane-kind pane-kind-chosen' : 'pane-kind'}>
      <input type="radio" id={id} name={name} checked={isChosen} onChange={onChoose} />
      <label htmlFor={id}>
        {group.name} <span className="pl-quiet pane-kind-due">{words.due(group.due)}</span>
        <span className="pl-quiet pl-block">{group.says}</span>
        <span className="pl-quiet pl-block">
          {[words.per[group.per], words.reader[group.reader]].join(words.and)}
        </span>
      </label>
    </div>
  )
}
