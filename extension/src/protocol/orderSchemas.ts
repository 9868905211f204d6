import { z } from 'zod'

import type { AgentOrder, DockFrame, Look, Mark, Shape } from './messages.ts'
import { count, document, locatorSchema, selectorSchema, short } from './schemas.ts'

export const markSchema = z.strictObject({
  id: short,
  level: z.enum(['serious', 'warning', 'attention', 'notice', 'incomplete', 'ledger']),
  words: z.string().max(20),
  at: z.union([
    z.strictObject({ field: z.string().max(20) }),
    z.strictObject({ grid: z.string().max(20), row: count }),
    z.strictObject({ locator: locatorSchema }),
  ]),
  card: z.array(short).max(12),
}) satisfies z.ZodType<Mark>

const shapeSchema = z.tuple([
  z.enum(['svg', 'path', 'circle', 'rect']),
  z.record(z.string().max(20), z.string().max(200)),
]) satisfies z.ZodType<Shape>

const lookSchema = z.strictObject({
  sheet: z.string().max(20_000),
  icons: z.record(markSchema.shape.level, z.tuple([shapeSchema], shapeSchema)),
}) satisfies z.ZodType<Look>

export const dockFrameSchema = z.strictObject({
  source: z.string().max(400),
  x: z.number().exactOptional(),
  y: z.number().exactOptional(),
  width: z.number().min(24).max(1200),
  height: z.number().min(24).max(1200),
}) satisfies z.ZodType<DockFrame>

/** For tests: the agent itself carries no zod, and the engine that gives the orders none of these. */
export const agentOrderSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('marks'),
    document,
    marks: z.array(markSchema).max(2000),
    look: lookSchema,
  }),
  z.strictObject({ type: z.literal('current'), id: short.nullable(), scroll: z.boolean() }),
  z.strictObject({ type: z.literal('pointing'), on: z.boolean(), assigned: z.array(locatorSchema).max(500) }),
  z.strictObject({ type: z.literal('rescan') }),
  z.strictObject({ type: z.literal('selectors'), selectors: z.array(selectorSchema).max(500) }),
  z.strictObject({ type: z.literal('places') }),
  z.strictObject({ type: z.literal('switch'), on: z.boolean() }),
  z.strictObject({ type: z.literal('dock'), frame: dockFrameSchema.nullable() }),
  z.strictObject({ type: z.literal('locate'), locators: z.array(locatorSchema).max(500) }),
]) satisfies z.ZodType<AgentOrder>
