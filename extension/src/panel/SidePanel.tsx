import { Button, Tab, TabList } from '@fluentui/react-components'
import { IconButton } from '@postloan/core/ui'
import { useRef, useState } from 'react'

import { PointingPanel } from '../page-map/PointingPanel.tsx'
import { LedgerView } from './LedgerView.tsx'
import { LoanPanel } from './LoanPanel.tsx'
import { panelWords as words } from './messages.ts'
import { openOptions } from './openPages.ts'
import { SaveNotice } from './SaveNotice.tsx'
import { TodoView } from './TodoView.tsx'
import { useGuard } from './useGuard.ts'
import { usePage } from './usePage.ts'

type Side = keyof typeof words.sides
const sides: readonly Side[] = ['loan', 'todo', 'ledger']

/** The browser's side panel: the loan in front, what is to be done, the ledger at hand; and the pointing tool. */
export function SidePanel() {
  const root = useRef<HTMLElement>(null)
  const [side, setSide] = useState<Side>('loan')
  const [isPointing, setPointing] = useState(false)
  const { page, failed, tab, renew } = usePage(false)
  const guard = useGuard(false, root)
  if (isPointing) {
    return (
      <main ref={root} className="px-page">
        <PointingPanel page={page} tab={tab} onDone={() => setPointing(false)} />
      </main>
    )
  }
  return (
    <main ref={root} className="px-page">
      <header className="px-head px-side-head">
        {/* the browser shows the name above */}
        <h1 className="pl-hidden">{words.name}</h1>
        <TabList
          selectedValue={side}
          onTabSelect={(_, { value }) => setSide(sides.find((one) => one === value) ?? 'loan')}
        >
          {sides.map((name) => (
            <Tab key={name} value={name} id={`side-${name}`}>
              {words.sides[name]}
            </Tab>
          ))}
        </TabList>
        <Button size="small" appearance="transparent" className="pl-push" onClick={() => setPointing(true)}>
          {words.point}
        </Button>
        <IconButton icon="gear" label={words.options} onClick={openOptions} />
      </header>
      <div className="px-main" role="tabpanel" aria-labelledby={`side-${side}`}>
        {side === 'loan' && page?.notice && page.view ? (
          <SaveNotice page={page} view={page.view} tab={tab} onClose={renew} />
        ) : null}
        {side === 'loan' ? (
          <LoanPanel page={page} failed={failed} tab={tab} renew={renew} guard={guard} />
        ) : null}
        {side === 'todo' ? <TodoView wide={false} /> : null}
        {side === 'ledger' ? <LedgerView /> : null}
      </div>
    </main>
  )
}
