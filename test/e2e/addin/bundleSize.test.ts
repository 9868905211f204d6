import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { beforeAll, expect, test } from 'vitest'

import { buildAddin } from './buildAddin.ts'

let folder = ''
beforeAll(async () => {
  folder = await buildAddin()
})

const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const zipped = (file: string): number => gzipSync(readFileSync(join(folder, file))).length

/** What a script imports at once, and what those import; what is fetched later is left out. */
function closureOf(start: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const todo = [...start]
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    if (!file.endsWith('.js')) continue
    for (const [, name = ''] of read(file).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g)) {
      todo.push(`assets/${name}`)
    }
  }
  return seen
}

test('the pane loads with at most 200 kB, and what computes is apart in the worker', () => {
  const files = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`)
  const page = read('taskpane.html')
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name = '']) => name)
  const pane = files.filter((name) => /\/(?:main|taskpane)-[^/]*\.(?:js|css)$/.test(name))
  const first = closureOf([...new Set([...named, ...pane])])
  const bytes = [...first].reduce((sum, file) => sum + zipped(file), 0)
  expect(bytes).toBeLessThan(200_000)
  expect([...first].some((file) => file.includes('worker'))).toBe(false)
  expect(files.some((name) => name.includes('check.worker'))).toBe(true)
})

test('the page runs nothing inline and asks nowhere but its own origin', () => {
  const page = read('taskpane.html')
  expect([...page.matchAll(/<script(?![^>]*\ssrc=)/g)]).toEqual([])
  expect(page).not.toMatch(/\son\w+=|style="/)
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:/)
  // Internet Explorer 11 has to be able to read what tells it that it is too old
  expect(read('start.js')).not.toMatch(/=>|\bconst\b|\blet\b|`/)
})
