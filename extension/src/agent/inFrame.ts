import type { browser } from 'wxt/browser'

import { Agent } from './agent.ts'
import { readOrder } from './readOrder.ts'

declare global {
  // eslint-style `var`: only var makes a property of globalThis, by which a second script finds the first
  var postloanAgent: Agent | undefined
}

/** By this name in Firefox too, which answers with promises to extensions of this version. */
declare const chrome: typeof browser

// The page agent, one in every frame of the named hosts. Injected again after an update, or into a page that was open.
globalThis.postloanAgent?.stop()
const { runtime } = chrome
const agent = new Agent(document, {
  own: runtime.getURL('/'),
  send(message) {
    // after an update of the extension the old script lives on without it
    if (!chrome.runtime?.id) return false
    runtime.sendMessage(message).catch(() => {
      // nobody listens while the engine starts; it asks again when it is up
    })
    return true
  },
})
globalThis.postloanAgent = agent
runtime.onMessage.addListener((message: unknown, sender, answer) => {
  const order = sender.id === runtime.id && globalThis.postloanAgent === agent ? readOrder(message) : null
  if (order) answer(agent.take(order))
})
agent.start()
