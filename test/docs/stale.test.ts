import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { docsFolder, pages } from './pages.ts'

const made = pages()

test('core/docs holds just the pages that the rules give (pnpm docs writes them)', () => {
  const there = readdirSync(docsFolder).filter((name) => /^(?:rules-.*|documents)\.md$/.test(name))
  expect(there.toSorted()).toEqual([...made.keys()].toSorted())
})

test.each([...made.keys()])('%s says what the rules say today (pnpm docs writes it anew)', (name) => {
  const there = readFileSync(new URL(name, docsFolder), 'utf8')
  // a whole page as a difference helps nobody
  const line = there.split('\n').findIndex((text, at) => text !== made.get(name)?.split('\n')[at])
  expect({ name, differsFromLine: there === made.get(name) ? null : line + 1 }).toEqual({
    name,
    differsFromLine: null,
  })
})
