export { applyWaivers } from './applyWaivers.ts'
export type {
  ReportStanding,
  WaivedResult,
  WaiveOptions,
  WaiverStanding,
  WaiverState,
} from './applyWaivers.ts'
export { addWaiver, addWrongReport, newWaiver, newWrongReport, withdrawEntry } from './editWaivers.ts'
export type { Signature, WaiverTerms } from './editWaivers.ts'
export { mergeWaivers } from './mergeWaivers.ts'
export type { MergedWaivers } from './mergeWaivers.ts'
export { readWaivers, waiverText } from './readWaivers.ts'
export type { ReadWaivers } from './readWaivers.ts'
export { entrySubject, entryText, subjectText } from './subjectOfEntry.ts'
export { waiverWords } from './waiverMessages.ts'
export { emptyWaiverFile, waiverFormat } from './emptyWaivers.ts'
export { waiverFileSchema, waiverJsonSchema } from './waiverSchema.ts'
export type { Waiver, WaiverFile, WrongReport } from './waiverSchema.ts'
