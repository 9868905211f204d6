import { useCallback, useEffect, useState } from 'react'

import type { Answers, Ask, PanelRequest } from '../background/panelMessages.ts'
import { askFor, onNews } from './ask.ts'

interface Asked<Answer> {
  /** The last answer; null before the first. */
  readonly answer: Answer | null
  /** The engine did not answer when it was asked last. */
  readonly failed: boolean
  readonly load: () => void
}

/** What the engine answers to a question that needs nothing more, asked anew whenever its store changes. */
export function useAsked<A extends Ask>(
  request: Extract<PanelRequest, { ask: A }>,
): Asked<NonNullable<Answers[A]>> {
  const [answer, setAnswer] = useState<NonNullable<Answers[A]> | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(
    () =>
      askFor<A>(request, (given) => {
        if (given) setAnswer(() => given)
        setFailed(!given)
      }),
    [request],
  )
  useEffect(() => {
    const stop = new AbortController()
    load()
    onNews((news) => {
      if (news.news === 'store') load()
    }, stop.signal)
    return () => stop.abort()
  }, [load])
  return { answer, failed, load }
}
