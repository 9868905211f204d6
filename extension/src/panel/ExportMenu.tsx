import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { browser } from 'wxt/browser'

import type { PageView } from '../engine/index.ts'
import { ask } from './ask.ts'
import { downloadText } from './downloadText.ts'
import { exportRead } from './exportRead.ts'
import { makeChecklistFile, makeChecklistSheet } from './makeDocument.ts'
import type { MadeFile } from './makeDocument.ts'
import { panelWords as words } from './messages.ts'
import { usePolicy } from './usePolicy.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface ExportMenuProps {
  readonly view: PageView
  /** Which tab is asked about; nothing where the panel is framed in it. */
  readonly own: { readonly tab?: number }
  readonly onFault: (fault: string) => void
}

export function ExportMenu({ view, own, onFault }: ExportMenuProps) {
  const inForce = usePolicy()
  const hand = async (making: Promise<MadeFile>, type: string): Promise<void> => {
    const made = await making.catch(() => ({ ok: false, message: words.documentFailed }) as const)
    if (made.ok) downloadText(made.fileName, made.bytes, type)
    else onFault(made.message)
  }
  const handRead = async (): Promise<void> => {
    const places = (await ask<'places'>({ ask: 'places', ...own })) ?? []
    const read = exportRead(view, browser.runtime.getManifest().version, places)
    downloadText('本页读数.json', read, 'application/json')
  }
  return (
    <Menu positioning="above-end">
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" className="pl-push">
          {words.exports}
        </Button>
      </MenuTrigger>
      <MenuPopover className="pl-ui">
        <MenuList>
          {view.checklist ? (
            <>
              <MenuItem
                secondaryContent={null}
                onClick={() => {
                  if (inForce) void hand(makeChecklistFile(view, inForce), docxType)
                }}
              >
                {words.exportList}
              </MenuItem>
              <MenuItem secondaryContent={null} onClick={() => void hand(makeChecklistSheet(view), xlsxType)}>
                {words.exportSheet}
              </MenuItem>
            </>
          ) : null}
          <MenuItem secondaryContent={null} onClick={() => void handRead()}>
            {words.exportRead}
          </MenuItem>
        </MenuList>
        <p className="pl-quiet px-menu-note">{words.exportReadWhy}</p>
      </MenuPopover>
    </Menu>
  )
}
