import { Agent } from '../../extension/src/agent/agent.ts'
import type { AgentMessage, AgentOrder } from '../../extension/src/protocol/messages.ts'

interface AgentInPage {
  readonly sent: AgentMessage[]
  take(order: AgentOrder): ReturnType<Agent['take']>
}

declare global {
  interface Window {
    agentInPage?: AgentInPage
  }
}

/** Runs the agent in a page without the extension around it; what it would send is kept to be looked at. */
const sent: AgentMessage[] = []
const agent = new Agent(document, {
  own: location.origin,
  send(message) {
    sent.push(message)
    return true
  },
})
window.agentInPage = { sent, take: (order) => agent.take(order) }
agent.start()
