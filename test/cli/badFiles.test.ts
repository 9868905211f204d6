import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runCli } from '@postloan/core/cli'
import { afterAll, describe, expect, test } from 'vitest'

import { badFiles, fullSheet } from './badFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'postloan-bad-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

async function check(path: string): Promise<{ code: number; said: string }> {
  let said = ''
  const sink = {
    write(text: string) {
      said += text
      return Promise.resolve()
    },
  }
  const code = await runCli(['check', path, '--as-of', '2026-10-31'], { out: sink, log: sink })
  return { code, said }
}

describe('files as they come', () => {
  test.each(badFiles)('$what', async ({ name, bytes, code, says }) => {
    const path = join(folder, name)
    writeFileSync(path, await bytes())
    const before = hash(path)
    const ran = await check(path)
    expect(ran.said).toContain(name)
    for (const words of says) expect(ran.said).toMatch(words)
    expect(ran.said).not.toMatch(/程序出错|undefined|NaN|\[object/)
    expect(ran.code).toBe(code)
    expect(hash(path)).toBe(before)
  })

  test('1,048,576 rows', async () => {
    const path = join(folder, '满表.xlsx')
    writeFileSync(path, await fullSheet())
    const ran = await check(path)
    expect(ran.said).toMatch(/借据 1,048,575 笔/)
    expect(ran.code).toBe(0)
  }, 300_000)
})
