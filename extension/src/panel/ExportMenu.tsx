import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { browser } from 'wxt/browser'

import type { PageView } from '../engine/index.ts'
import { downloadText } from './downloadText.ts'
import { exportRead } from './exportRead.ts'
import { makeChecklistFile } from './makeDocument.ts'
import { panelWords as words } from './messages.ts'
import { usePolicy } from './usePolicy.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface ExportMenuProps {
  readonly view: PageView
  readonly onFault: (fault: string) => void
}

export function ExportMenu({ view, onFault }: ExportMenuProps) {
  const inForce = usePolicy()
  const saveList = async (): Promise<void> => {
    if (!inForce) return
    const made = await makeChecklistFile(view, inForce).catch(
      () => ({ ok: false, message: words.documentFailed }) as const,
    )
    if (made.ok) downloadText(made.fileName, made.bytes, docxType)
    else onFault(made.message)
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
            <MenuItem secondaryContent={null} onClick={() => void saveList()}>
              {words.exportList}
            </MenuItem>
          ) : null}
          <MenuItem
            secondaryContent={null}
            onClick={() =>
              downloadText(
                '本页读数.json',
                exportRead(view, browser.runtime.getManifest().version),
                'application/json',
              )
            }
          >
            {words.exportRead}
          </MenuItem>
        </MenuList>
        <p className="pl-quiet px-menu-note">{words.exportReadWhy}</p>
      </MenuPopover>
    </Menu>
  )
}
