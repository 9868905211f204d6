/** The requirement set that each member came with: `Range.rowHidden` → `ExcelApi 1.2`. */
export type ApiSets = Readonly<Record<string, string>>

const NAMESPACE = '\ndeclare namespace Excel {'
const DECLARATION = /^ {4}(?:export )?(?:class|interface|enum) (\w+)/
const SET = /\[Api set: (\w+) ([\d.]+)/
const MEMBER = /^ {8}(?:readonly |static )?(\w+)[(<:?]/

/**
 * Reads the sets out of the remarks of the type declarations of Office.js: npm's own copy of the library ends at 1.15,
 * its type declarations do not.
 */
export function readApiSets(declarations: string): ApiSets {
  const sets: Record<string, string> = {}
  const from = declarations.indexOf(NAMESPACE)
  let owner = ''
  let pending = ''
  for (const line of declarations.slice(from + NAMESPACE.length).split('\n')) {
    if (line.startsWith('}')) break
    const remark = SET.exec(line)
    if (remark) {
      pending = `${remark[1] ?? ''} ${remark[2] ?? ''}`
      continue
    }
    const declared = DECLARATION.exec(line)
    if (declared) {
      owner = declared[1] ?? ''
      pending = ''
      continue
    }
    const member = MEMBER.exec(line)
    if (!member || owner === '') continue
    // Overloads repeat a member: the first, oldest one counts.
    if (pending !== '') sets[`${owner}.${member[1] ?? ''}`] ??= pending
    pending = ''
  }
  return sets
}
