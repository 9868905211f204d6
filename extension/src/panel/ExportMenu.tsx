import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { browser } from 'wxt/browser'

import type { PageView } from '../engine/index.ts'
import { downloadText } from './downloadText.ts'
import { exportRead } from './exportRead.ts'
import { panelWords as words } from './messages.ts'

export function ExportMenu({ view }: { readonly view: PageView }) {
  return (
    <Menu positioning="above-end">
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" className="pl-push">
          {words.exports}
        </Button>
      </MenuTrigger>
      <MenuPopover className="pl-ui">
        <MenuList>
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
