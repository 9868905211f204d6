import { useEffect, useState } from 'react'

import type { PolicyOfPacks } from '../policy/policyOf.ts'
import { policyOf } from '../policy/policyOf.ts'
import { ask, onNews } from './ask.ts'

/** The policy in force, packs included, for pages that offer its fields; null until it is known. */
export function usePolicy(): PolicyOfPacks | null {
  const [found, setFound] = useState<PolicyOfPacks | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const load = async (): Promise<void> => {
      const settings = await ask<'settings'>({ ask: 'settings' })
      const { packs = [], trustedKeys = [] } = settings?.values ?? {}
      const made = await policyOf(packs, trustedKeys)
      if (!stop.signal.aborted) setFound(made)
    }
    void load()
    onNews((news) => {
      if (news.news === 'store') void load()
    }, stop.signal)
    return () => stop.abort()
  }, [])
  return found
}
