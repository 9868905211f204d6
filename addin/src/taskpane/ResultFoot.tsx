import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { AskPanel, LineIcon } from '@postloan/core/ui'
import type { OwnCell } from '@postloan/core/workbook'
import { useState } from 'react'

import { paneWords } from './paneWords.ts'
import { useLasting } from './useLasting.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.result
const shownCells = 4

/** Writing the marks into the sheet, taking them off, checking again. */
export function ResultFoot() {
  const { session, state } = useSession()
  const [edited, setEdited] = useState<readonly OwnCell[] | null>(null)
  const { busy, flags, host, result } = state
  const isLasting = useLasting(busy !== null)
  const isFlagged = flags.sheets.length > 0
  const clearsInFoot = isFlagged && !result?.stale

  const findEdited = async (): Promise<void> => {
    const cells = await session.findEdited()
    if (cells.length > 0) setEdited(cells)
    else await session.clear({ keepEdited: true })
  }
  const clear = (): void => start(findEdited())
  const clearNow = (keepEdited: boolean): void => {
    setEdited(null)
    start(session.clear({ keepEdited }))
  }
  if (busy && isLasting) {
    return (
      <div className="pane-foot">
        <Button className="pane-foot-wide" disabled={!busy.cancellable} onClick={() => session.cancel()}>
          {paneWords.busy.cancel[busy.task]}
        </Button>
      </div>
    )
  }
  if (edited) {
    return (
      <AskPanel
        title={words.clearAsk(edited.length)}
        answers={[
          { label: words.clearKeep, onClick: () => clearNow(true) },
          { label: words.clearAll, onClick: () => clearNow(false) },
        ]}
        onCancel={() => setEdited(null)}
        cancelLabel={paneWords.cancel}
      >
        <p>{words.clearText}</p>
        <ul className="pl-quiet">
          {edited.slice(0, shownCells).map((cell) => (
            <li key={`${cell.sheet}${cell.row}${cell.column}`} className="pl-cut">
              {words.clearCell(cell.sheet, cell.row, cell.text)}
            </li>
          ))}
          {edited.length > shownCells ? <li>{words.clearMore(edited.length)}</li> : null}
        </ul>
      </AskPanel>
    )
  }
  return (
    <>
      {result?.stale || (isFlagged && flags.outdated) ? (
        <p className="pane-foot-told pl-quiet">{result?.stale ? words.stale : words.flagsOutdated}</p>
      ) : null}
      <div className="pane-foot">
        <Button
          className="pane-foot-wide"
          disabledFocusable={busy !== null}
          appearance={result?.stale ? 'secondary' : 'primary'}
          onClick={() => start(session.flag())}
        >
          {isFlagged ? words.rewrite : words.write}
        </Button>
        {clearsInFoot ? (
          <Button onClick={clear}>{words.clear}</Button>
        ) : (
          <Button appearance={result?.stale ? 'primary' : 'secondary'} onClick={() => start(session.check())}>
            {words.again}
          </Button>
        )}
        <Menu positioning="above-end">
          <MenuTrigger disableButtonEnhancement>
            <Button className="pane-foot-more" icon={<LineIcon name="more" />} aria-label={words.more} />
          </MenuTrigger>
          <MenuPopover className="pl-ui">
            <MenuList>
              {clearsInFoot ? (
                <MenuItem onClick={() => start(session.check())}>{words.again}</MenuItem>
              ) : null}
              {host.features.comments ? (
                <MenuItem onClick={() => start(session.addComments())}>{words.comments}</MenuItem>
              ) : null}
              {clearsInFoot ? null : <MenuItem onClick={clear}>{words.clear}</MenuItem>}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </>
  )
}
