import { deepStrictEqual } from 'node:assert'
import { join } from 'node:path'

import { parseAhead } from '../core/src/check/index.ts'
import { builtInChecklists, probeRules } from '../core/src/checklist/index.ts'
import { wordingsOf } from '../core/src/ledger/index.ts'
import { builtInPolicy } from '../core/src/policy/index.ts'
import type { AheadTexts } from './src/policy/ahead.ts'

interface Module {
  readonly code: string
  readonly map: null
}

/** The part of a Vite plugin that this is. */
interface Plugin {
  readonly name: string
  load(id: string): Module | null
}

/** As Vite writes it, on Windows too. */
const at = (path: string): string => join(import.meta.dirname, path).replaceAll('\\', '/')
const inPolicy = (path: string): string => at(`../core/src/policy/${path}`)

/** Modules that hold nothing but data: reading JSON is quicker than running the code that puts them together. */
const dataModules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  [inPolicy('fields.ts')]: { fields: builtInPolicy.fields },
  [inPolicy('codes.ts')]: { codeLists: builtInPolicy.codeLists },
  [inPolicy('sources.ts')]: { sources: builtInPolicy.sources },
  [inPolicy('checklists/items/index.ts')]: { checklistItems: builtInChecklists.items },
}

/** What the engine would work out each time that the browser wakes it, worked out once, from the policy as it is. */
export function builtAhead(): Plugin {
  return {
    name: 'built-ahead',
    load(id) {
      if (id === at('src/policy/aheadTexts.ts')) return dataModule({ ...aheadTexts() })
      if (id === inPolicy('rules.ts')) return rulesModule()
      const data = dataModules[id]
      return data ? dataModule(data) : null
    },
  }
}

export function aheadTexts(): AheadTexts {
  return {
    trees: JSON.stringify(
      parseAhead(builtInPolicy, [...builtInPolicy.rules, ...probeRules(builtInChecklists)]),
    ),
    wordings: JSON.stringify(wordingsOf(builtInPolicy)),
  }
}

/** Rules as they are; their examples, which nobody asks for when a page is checked, are read when they are. */
function rulesModule(): Module {
  const rules = builtInPolicy.rules.map((rule) => ({ ...rule, examples: null }))
  const { code } = dataModule({
    rules,
    examples: JSON.stringify(builtInPolicy.rules.map((rule) => rule.examples)),
  })
  const lazily = `let read
rules.forEach((rule, at) =>
  Object.defineProperty(rule, 'examples', { get: () => (read ??= JSON.parse(examples))[at], enumerable: true }),
)`
  return { code: `${code.replace('export const examples', 'const examples')}\n${lazily}`, map: null }
}

function dataModule(exported: Readonly<Record<string, unknown>>): Module {
  const lines = Object.entries(exported).map(([name, value]) => {
    const text = JSON.stringify(value)
    deepStrictEqual(JSON.parse(text), value, `${name} is not what JSON can hold`)
    return `export const ${name} = ${typeof value === 'string' ? text : `JSON.parse(${JSON.stringify(text)})`}`
  })
  return { code: lines.join('\n'), map: null }
}
