import type { Field, TableName } from '../policy/index.ts'
import { partIndex } from './aliasIndex.ts'
import type { Wording } from './aliasIndex.ts'
import { formFits, formIn, nameForm, shortFits } from './nameForm.ts'
import { codeReader } from './parseCode.ts'
import type { Dictionary } from './types.ts'

export interface PartMatch {
  readonly wordings: readonly Wording[]
  /** How much less it counts than a wording met as it is. */
  readonly factor: number
}

/**
 * Wordings made of the same parts as a name, the surest first. Where the name looks like another thing (`other`) it is a
 * register's field only, by the whole of a long name.
 */
export function matchParts(
  base: string,
  dictionary: Dictionary,
  table: TableName | null,
  other: boolean,
): readonly PartMatch[] {
  const form = nameForm(base)
  const index = partIndex(dictionary)
  const isQuestion = /是否|有无|能否|是不是/.test(base)
  const fitting = (keys: readonly string[], fits: (field: Field) => boolean): readonly Wording[] => {
    for (const key of keys) {
      const found = (index.get(key) ?? []).filter(
        ({ field }) =>
          formFits(form.parts, field.type) &&
          (!(form.parts.has('标') && (isQuestion || key.startsWith('~'))) || answers(field, dictionary)) &&
          fits(field),
      )
      if (found.length > 0) return found
    }
    return []
  }
  const matches: PartMatch[] = []
  if (form.full !== '' && (!other || form.parts.size > 2)) {
    const wordings = fitting([`=${form.full}`], ({ tables }) => !other || tables[0] !== '借据')
    matches.push({ wordings, factor: 0.9 })
  }
  if (other) return matches
  const shorts = (short: string): readonly string[] =>
    form.of === '' ? [`~${short}`, `~贷${short}`, `~客${short}`] : [`~${form.of}${short}`, `~${short}`]
  if (form.short !== '')
    matches.push({
      wordings: fitting(shorts(form.short), ({ type }) => shortFits(form, type)),
      factor: 0.82,
    })
  const own = table ? formIn(table, form) : ''
  if (own !== '')
    matches.push({ wordings: fitting(shorts(own), ({ tables }) => tables[0] === table), factor: 0.8 })
  return matches
}

/** Whether the values of a field answer a question: 是, 否, 无. */
function answers(field: Field, dictionary: Dictionary): boolean {
  const list = dictionary.codeLists.find(({ id }) => id === field.codeList)
  return list ? codeReader(list).read('否') !== null : false
}
