import { useCallback, useEffect, useRef, useState } from 'react'
import { browser } from 'wxt/browser'

import type { PageState } from '../background/panelMessages.ts'
import { ask, askFor, onNews } from './ask.ts'

/** What the engine knows of the page in front: of the frame's own tab, or of the active tab of this window. */
export function usePage(framed: boolean): {
  readonly page: PageState | null
  /** The engine was asked twice and did not answer. */
  readonly failed: boolean
  readonly tab: number | undefined
  readonly renew: () => void
} {
  const [tab, setTab] = useState<number | undefined>(undefined)
  const [page, setPage] = useState<PageState | null>(null)
  const [failed, setFailed] = useState(false)
  const asked = useRef(0)
  const renew = useCallback(() => {
    if (!framed && tab === undefined) return
    asked.current += 1
    const own = asked.current
    const take = (answer: PageState | null, isLast: boolean): void => {
      // A later question may have been answered before.
      if (own !== asked.current) return
      if (answer) setPage(answer)
      if (answer || isLast) return setFailed(!answer)
      setTimeout(() => askFor<'page'>(request, (second) => take(second, true)), 1000)
    }
    const request = { ask: 'page', ...(tab === undefined ? {} : { tab }) } as const
    askFor<'page'>(request, (answer) => take(answer, false))
  }, [framed, tab])

  useEffect(() => {
    if (framed) return
    const find = async (): Promise<void> => {
      const chosen = new URLSearchParams(location.search).get('tab')
      const [active] = await browser.tabs.query({ active: true, currentWindow: true })
      setTab(chosen === null ? active?.id : Number(chosen))
    }
    const changed = (): void => void find()
    changed()
    browser.tabs.onActivated.addListener(changed)
    return () => browser.tabs.onActivated.removeListener(changed)
  }, [framed])

  // The side panel shows what the dock would: the dock makes room, and comes back when the panel is closed.
  useEffect(() => {
    if (framed || tab === undefined || new URLSearchParams(location.search).has('tab')) return
    void ask<'dockAway'>({ ask: 'dockAway', tab })
  }, [framed, tab])

  useEffect(() => {
    const stop = new AbortController()
    renew()
    onNews((news) => {
      const ofPage = (news.news === 'page' || news.news === 'saved') && (framed || news.tab === tab)
      if (ofPage || news.news === 'store') renew()
    }, stop.signal)
    return () => stop.abort()
  }, [framed, tab, renew])

  return { page, failed, tab, renew }
}
