import { Button } from '@fluentui/react-components'

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
}

/** Says after a press of 保存 what is still open; it stops nothing, and takes no focus. */
export function SaveNotice({ page, view, tab, onClose }: SaveNoticeProps) {
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
        {open > 0 ? <li className="pl-quiet">{words.checklist(open)}</li> : null}
        {items.length > shown.length ? (
          <li className="pl-quiet">{words.more(items.length - shown.length)}</li>
        ) : null}
      </ul>
      <div className="px-row">
        <Button size="small" appearance="primary" onClick={close}>
          {words.goOn}
        </Button>
        {first ? (
          <Button
            size="small"
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
