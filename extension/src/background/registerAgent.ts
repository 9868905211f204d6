import { browser } from 'wxt/browser'

import { settings } from './state.ts'

const id = 'agent'
const file = '/agent.js'

/** Hosts that the build itself names. */
export function fixedHosts(): readonly string[] {
  return browser.runtime.getManifest().host_permissions ?? []
}

/**
 * Registers the agent for the hosts that are named and allowed, and for nothing else. Without a host there is no
 * script anywhere. Returns the hosts in force.
 */
export async function registerAgent(): Promise<readonly string[]> {
  const { values } = await settings()
  const named = [...new Set([...fixedHosts(), ...values.hosts])]
  const allowed: string[] = []
  for (const host of named) if (await isAllowed(host)) allowed.push(host)
  const before = await browser.scripting.getRegisteredContentScripts({ ids: [id] })
  if (allowed.length === 0 || !values.on) {
    if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] })
    return []
  }
  const script = {
    id,
    js: [file],
    matches: allowed,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  }
  if (before.length === 0) await browser.scripting.registerContentScripts([script])
  else await browser.scripting.updateContentScripts([script])
  return allowed
}

/** Puts the agent into pages that are open already: after installing, after an update, after a host was named. */
export async function enterOpenPages(hosts: readonly string[]): Promise<void> {
  if (hosts.length === 0) return
  const tabs = await browser.tabs.query({ url: [...hosts] })
  for (const { id: tab } of tabs) {
    if (tab === undefined) continue
    try {
      await browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, files: [file] })
    } catch {
      // A page that the browser keeps for itself (an error page, its store).
    }
  }
}

async function isAllowed(host: string): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [host] })
  } catch {
    // No match pattern at all.
    return false
  }
}
