import { Button } from '@fluentui/react-components'
import { LineIcon } from '@postloan/core/ui'

import type { PageState } from '../background/panelMessages.ts'
import type { PageView } from '../engine/index.ts'
import { ask } from './ask.ts'
import { panelWords } from './messages.ts'
import { PageLevel } from './PageLevel.tsx'

const words = panelWords.saved
const most = 5

interface SaveNoticeProps {
  readonly page: PageState
  readonly view: PageView
  readonly tab: number | undefined
  readonly onClose: () => void
  /** Opens the checklist; absent where it stands below. */
  readonly onList?: () => void
}

/** Says after a press of 保存 what is still open; it stops nothing, and takes no focus. */
export function SaveNotice({ page, view, tab, onClose, onList }: SaveNoticeProps) {
  const own = tab === undefined ? {} : { tab }
  const items = view.items.filter(
    ({ kind, level }) => kind === 'missing' || kind === 'finding' || level === 'serious',
  )
  const open = view.checklist ? view.checklist.progress.total - view.checklist.progress.done : 0
  const shown = items.slice(0, open > 0 ? most - 1 : most)
  const first = items.find(({ at }) => at !== null)
  const close = (): void => void ask<'noticeSeen'>({ ask: 'noticeSeen', ...own }).then(onClose)
  const go = (id: string): void => void ask<'go'>({ ask: 'go', ...own, id })
  return (
    <output className="px-notice">
      <h2 className="pl-heading">{words.title(page.notice?.pressed ?? '', items.length)}</h2>
      <p className="pl-quiet">{words.second}</p>
      <ul className="px-items">
        {shown.map((item) => (
          <li key={item.id + item.label}>
            <PageLevel level={item.level} />
            <span className="px-item-text">
              <b>{item.label}</b> <span className="pl-quiet">{item.words}</span>
            </span>
            {item.at ? (
              <button type="button" className="pl-link" onClick={() => go(item.id)}>
                {panelWords.go[item.kind]}
              </button>
            ) : null}
          </li>
        ))}
        {items.length > shown.length ? (
          <li className="pl-quiet">{words.more(items.length - shown.length)}</li>
        ) : null}
        {open > 0 ? (
          <li>
            <LineIcon name="clock" />
            <span className="px-item-text">{words.checklist(open)}</span>
            {onList ? (
              <button
                type="button"
                className="pl-link"
                onClick={() => {
                  onList()
                  close()
                }}
              >
                {words.view}
              </button>
            ) : null}
          </li>
        ) : null}
      </ul>
      <div className="px-row">
        <Button appearance="primary" className="px-first" onClick={close}>
          {words.goOn}
        </Button>
        {first ? (
          <Button
            onClick={() => {
              go(first.id)
              close()
            }}
          >
            {words.first}
          </Button>
        ) : null}
      </div>
    </output>
  )
}
