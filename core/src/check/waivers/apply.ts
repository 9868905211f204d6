/** What a check itself needs of waivers: no schema, for programs that start anew all the time. */
export { applyWaivers } from './applyWaivers.ts'
export { emptyWaiverFile } from './emptyWaivers.ts'
