import { hash64 } from '../findingId.ts'
import { maskWithin } from '../mask.ts'
import type { SubjectKey } from '../types.ts'
import type { Waiver, WrongReport } from './waiverSchema.ts'

type EntrySubject = Pick<Waiver | WrongReport, 'keyKind' | 'key' | 'childKey' | 'ordinal'>

/** A subject as a waivers file names it: what may be a person's number is there as a hash only. */
export function entrySubject({ keyKind, key, childKey, ordinal }: SubjectKey): EntrySubject {
  return {
    keyKind,
    key: keyKind === 'accountNo' || mayBePersonal(key) ? hashed(key) : key,
    ...(childKey === '' ? {} : { childKey: mayBePersonal(childKey) ? hashed(childKey) : childKey }),
    ...(ordinal === 0 ? {} : { ordinal }),
  }
}

/** The same text for a subject of a result and for the entry that was made of it. */
export function entryText({ keyKind, key, childKey = '', ordinal = 0 }: EntrySubject): string {
  return [keyKind, key, childKey, ordinal].join('\u001f')
}

/** `entryText` of a subject of a result. */
export function subjectText(subject: SubjectKey): string {
  return entryText(entrySubject(subject))
}

function mayBePersonal(text: string): boolean {
  // asked of every row: most keys are too short for a number of a person
  return /\d{11}/.test(text) && maskWithin(text) !== text
}

/** No key that a finding has begins so: punctuation does not. */
function hashed(text: string): string {
  return `#${hash64(text)}`
}
