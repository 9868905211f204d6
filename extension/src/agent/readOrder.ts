import type { AgentOrder } from '../protocol/messages.ts'

const fields: Readonly<
  Record<AgentOrder['type'], Readonly<Record<string, 'boolean' | 'string' | 'array' | 'object' | 'any'>>>
> = {
  marks: { document: 'string', marks: 'array' },
  current: { id: 'any', scroll: 'boolean' },
  pointing: { on: 'boolean', assigned: 'array' },
  rescan: {},
  switch: { on: 'boolean' },
  dock: { frame: 'any' },
  locate: { locators: 'array' },
}

/** Whether a message is an order of ours; only the engine and the panel can send one, so its shape is looked at, no more. */
export function readOrder(message: unknown): AgentOrder | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null
  const { type } = message
  if (typeof type !== 'string' || !Object.hasOwn(fields, type)) return null
  const asked = Object.entries(fields[type as AgentOrder['type']])
  const fits = asked.every(([name, kind]) => {
    const value: unknown = Reflect.get(message, name)
    if (kind === 'any') return value !== undefined
    return kind === 'array' ? Array.isArray(value) : typeof value === kind
  })
  // every field has been looked at above
  return fits ? (message as AgentOrder) : null
}
