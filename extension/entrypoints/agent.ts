import { browser } from 'wxt/browser'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'

import { Agent } from '../src/agent/agent.ts'
import { readOrder } from '../src/agent/readOrder.ts'

declare global {
  // eslint-style `var`: only var makes a property of globalThis, by which a second script finds the first
  var postloanAgent: Agent | undefined
}

/**
 * The page agent, one in every frame of the named hosts. An unlisted script rather than a content script of the
 * framework's kind: the engine registers it itself, and the framework's wrapper would weigh more than our drawing.
 */
export default defineUnlistedScript(() => {
  // injected again after an update, or into a page that was open already
  globalThis.postloanAgent?.stop()
  const agent = new Agent(document, {
    own: browser.runtime.getURL('/'),
    send(message) {
      // after an update of the extension the old script lives on without it
      if (!browser.runtime?.id) return false
      browser.runtime.sendMessage(message).catch(() => {
        // nobody listens while the engine starts; it asks again when it is up
      })
      return true
    },
  })
  globalThis.postloanAgent = agent
  browser.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    const order =
      sender.id === browser.runtime.id && globalThis.postloanAgent === agent ? readOrder(message) : null
    if (order) answer(agent.take(order))
  })
  agent.start()
})
