export type * from './messages.ts'
export type * from './report.ts'
export {
  agentMessageSchema,
  fieldSchema,
  frameSchema,
  gridSchema,
  locatorSchema,
  reportSchema,
  standsSchema,
} from './schemas.ts'
