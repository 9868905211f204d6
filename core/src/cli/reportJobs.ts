import { join } from 'node:path'

import type { RowPlace } from '../check/index.ts'
import {
  documentKinds,
  fileNameOf,
  kindOf,
  type DocumentDesk,
  type DocumentKindId,
} from '../documents/index.ts'
import type { ReportArguments } from './reportArguments.ts'
import { reportMessages as words } from './reportMessages.ts'

interface Job {
  readonly kind: DocumentKindId
  readonly place: RowPlace
  readonly because: readonly string[]
}

/** What is to be made: what is due, or what a person asked for. */
export function jobsOf(
  desk: DocumentDesk,
  given: ReportArguments,
  chosen: readonly RowPlace[] | null,
): readonly Job[] {
  const kinds = documentKinds.filter(({ group }) => given.groups.length === 0 || given.groups.includes(group))
  const isWanted = (kind: DocumentKindId): boolean => kinds.some(({ id }) => id === kind)
  if (given.groups.length === 0 || (chosen === null && !given.all))
    return desk.due(chosen ?? undefined).filter(({ kind }) => isWanted(kind))
  const reasons = new Map(
    desk
      .due(chosen ?? undefined)
      .map(({ kind, place, because }) => [`${kind}/${place.table}/${place.row}`, because]),
  )
  const reports = kindOf('companyReport').group
  const jobs = new Map<string, Job>()
  for (const { id, group, per } of kinds) {
    const places = desk.subjects(id)
    const wanted = chosen === null ? places : per === '借据' ? chosen : desk.customersOf(chosen)
    for (const place of wanted) {
      if (group === reports && desk.reportKind(place) !== id) continue
      const key = `${id}/${place.table}/${place.row}`
      const because = reasons.get(key) ?? [given.all ? words.allMade : words.asked]
      jobs.set(key, { kind: id, place, because })
    }
  }
  return [...jobs.values()]
}

export interface PlacedJob extends Job {
  readonly path: string
}

/**
 * Where each goes: a folder for each customer unless told. A name that is taken gets a number, so that two customers of
 * one name share no folder.
 */
export function placed(
  jobs: readonly Job[],
  desk: DocumentDesk,
  flat: boolean,
  output: string,
): readonly PlacedJob[] {
  const files = new Set<string>()
  const folders = new Map<string, string>()
  const folderNames = new Set<string>()
  const folderOf = (place: RowPlace): string => {
    const { key, name } = desk.customerOf(place)
    const folder = folders.get(key) ?? freeName(fileNameOf([name || words.noCustomer], ''), '', folderNames)
    folders.set(key, folder)
    folderNames.add(folder.toLowerCase())
    return folder
  }
  return jobs.map((job) => {
    const folder = flat ? '' : folderOf(job.place)
    const name = join(folder, desk.fileName(job.kind, job.place)).replace(/\.docx$/, '')
    const file = freeName(name, '.docx', files)
    files.add(file.toLowerCase())
    return { ...job, path: join(output, file) }
  })
}

function freeName(name: string, extension: string, taken: ReadonlySet<string>): string {
  let free = `${name}${extension}`
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}${extension}`
  return free
}
