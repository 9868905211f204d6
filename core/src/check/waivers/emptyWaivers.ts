import type { WaiverFile } from './waiverSchema.ts'

/** Grows when a file written for the old one would mean something else. */
export const waiverFormat = 1

export function emptyWaiverFile(): WaiverFile {
  return { document: 'postloan.waivers', format: waiverFormat, waivers: [], reports: [] }
}
