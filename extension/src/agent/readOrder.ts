import type { AgentOrder } from '../protocol/messages.ts'

/** What each order cannot do without. */
const needs: Readonly<Record<AgentOrder['type'], string>> = {
  marks: 'marks',
  current: 'scroll',
  pointing: 'assigned',
  rescan: 'type',
  selectors: 'selectors',
  places: 'type',
  switch: 'on',
  dock: 'frame',
  locate: 'locators',
}

/** Whether a message is an order of ours; only the engine and the panel can send one, so its shape is looked at, no more. */
export function readOrder(message: unknown): AgentOrder | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null
  const { type } = message
  if (typeof type !== 'string' || !Object.hasOwn(needs, type)) return null
  // the name was looked up among the orders above
  const order = type as AgentOrder['type']
  return Object.hasOwn(message, needs[order]) ? (message as AgentOrder) : null
}
