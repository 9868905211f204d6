import { z } from 'zod'

import type { AgentMessage, Stands } from './messages.ts'
import type { FrameFacts, LeftOut, Locator, PageReport, Place, ReadField, ReadGrid } from './report.ts'

export const short = z.string().max(400)
export const count = z.number().int().min(0)

const families = [
  'native',
  'easyui',
  'miniui',
  'layui',
  'extjs',
  'element',
  'antd',
  'datawindow',
  'proxy',
] as const

export const selectorSchema = z.string().max(1000)

export const locatorSchema = z.strictObject({
  selector: selectorSchema,
  label: short.exactOptional(),
  ordinal: count.exactOptional(),
}) satisfies z.ZodType<Locator>

export const placeSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
}) satisfies z.ZodType<Place>

export const frameSchema = z.strictObject({
  document: z.string().min(8).max(40),
  top: z.boolean(),
  host: short,
  path: z.string().max(2000),
  name: short,
  title: short,
  headings: z.array(short).max(60),
  visible: z.boolean(),
}) satisfies z.ZodType<FrameFacts>

export const fieldSchema = z.strictObject({
  key: z.string().max(20),
  label: short,
  written: short,
  value: z.string().max(4000),
  shown: short.exactOptional(),
  kind: z.enum(['static', 'text', 'area', 'number', 'date', 'select', 'radio', 'check', 'chooser', 'file']),
  family: z.enum(families),
  editable: z.boolean(),
  required: z.enum(['yes', 'no', 'sometimes']),
  requiredBy: short.exactOptional(),
  unit: z.string().max(40).exactOptional(),
  section: short.exactOptional(),
  locator: locatorSchema,
  confidence: z.number().min(0).max(1),
  hidden: z.boolean().exactOptional(),
}) satisfies z.ZodType<ReadField>

export const gridSchema = z.strictObject({
  key: z.string().max(20),
  title: short.exactOptional(),
  columns: z.array(short).max(300),
  rows: z.array(z.array(z.string().max(4000)).max(300)).max(5000),
  rowCount: count,
  family: z.enum(families),
  locator: locatorSchema,
}) satisfies z.ZodType<ReadGrid>

const leftOutSchema = z.strictObject({
  what: short,
  why: z.enum([
    'menu',
    'query',
    'footer',
    'pager',
    'hidden',
    'footnote',
    'signature',
    'toolbar',
    'noLabel',
    'clone',
  ]),
}) satisfies z.ZodType<LeftOut>

export const reportSchema = z.strictObject({
  frame: frameSchema,
  number: count,
  fields: z.array(fieldSchema).max(5000),
  grids: z.array(gridSchema).max(100),
  saves: z.array(short).max(100),
  leftOut: z.array(leftOutSchema).max(1000),
  cost: z.strictObject({ milliseconds: z.number(), slices: z.number(), longest: z.number() }),
  cut: z.boolean(),
}) satisfies z.ZodType<PageReport>

export const document = z.string().max(40)

/** What a frame answers to `places`. */
export const standsSchema = z
  .array(z.strictObject({ key: z.string().max(20), place: placeSchema, selector: selectorSchema }))
  .max(5100) satisfies z.ZodType<readonly Stands[]>

/** What the engine accepts from a page's agent; anything else is dropped. */
export const agentMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('report'), report: reportSchema }),
  z.strictObject({ type: z.literal('changed'), document, fields: z.array(fieldSchema).max(100) }),
  z.strictObject({ type: z.literal('savePressed'), document, words: short }),
  z.strictObject({ type: z.literal('markChosen'), document, id: short }),
  z.strictObject({ type: z.literal('step'), by: z.union([z.literal(1), z.literal(-1)]) }),
  z.strictObject({ type: z.literal('hovered'), document, field: fieldSchema.nullable() }),
  z.strictObject({ type: z.literal('pointed'), document, field: fieldSchema }),
  z.strictObject({ type: z.literal('dockMoved'), place: placeSchema }),
  z.strictObject({ type: z.literal('dockLost') }),
  z.strictObject({ type: z.literal('gone'), document }),
  z.strictObject({ type: z.literal('placed'), document, unplaced: z.array(short).max(5000) }),
]) satisfies z.ZodType<AgentMessage>
