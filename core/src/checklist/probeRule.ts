import type { Condition } from '../policy/checklists/index.ts'
import type { Rule } from '../policy/index.ts'

/**
 * A condition on a loan as a rule, so that the engine that checks the ledger answers it: hit is true, pass is false, all
 * else cannot be told. `says` is the finding's text, `dueDate` a condition that gives a day.
 */
export function probeRule(id: string, { when, assumes }: Condition, says = '', dueDate?: string): Rule {
  return {
    id,
    category: 'INS',
    nameZh: id,
    nameEn: id,
    table: '借据',
    grain: '借据',
    segments: 'all',
    scope: 'any',
    examples: [],
    cases: [
      {
        id: probeCase,
        // a list of what is due is never folded into one line for a column that is mostly blank
        kind: 'due',
        severity: 'notice',
        when,
        message: says,
        remedy: '',
        sources: [],
        needs: [],
        ...(assumes ? { optional: assumes } : {}),
        ...(dueDate === undefined ? {} : { dueDate }),
      },
    ],
  }
}

/** The one case of each. */
export const probeCase = 'a'
