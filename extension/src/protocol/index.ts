export type * from './messages.ts'
export type * from './report.ts'
export {
  agentMessageSchema,
  agentOrderSchema,
  fieldSchema,
  frameSchema,
  gridSchema,
  locatorSchema,
  markSchema,
  reportSchema,
} from './schemas.ts'
