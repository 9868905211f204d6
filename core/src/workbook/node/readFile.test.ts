import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { readWorkbookFile } from './readFile.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postloan-'))
  await writeFile(join(folder, '~$台账.xlsx'), 'x')
  await writeFile(join(folder, '空.xlsx'), '')
  await writeFile(join(folder, '台账.csv'), '借据号,余额\n1,2\n')
  await mkdir(join(folder, '目录.xlsx'))
})
afterAll(() => rm(folder, { recursive: true }))

it.each([
  ['没有.xlsx', 'fileMissing'],
  ['台账.csv/没有.xlsx', 'fileMissing'],
  ['~$台账.xlsx', 'lockFile'],
  ['目录.xlsx', 'isFolder'],
  ['空.xlsx', 'empty'],
])('%s gives %s', async (name, code) => {
  const file = join(folder, name)
  expect(await readWorkbookFile(file)).toMatchObject({ ok: false, error: { code, file } })
})

it('reads a file and calls it by its bare name', async () => {
  const opening = await readWorkbookFile(join(folder, '台账.csv'))
  expect(opening).toMatchObject({ ok: true, workbook: { fileName: '台账.csv', format: 'csv' } })
})
