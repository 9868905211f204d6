import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { checkDocumentSchema, type CheckDocument } from './checkDocument.ts'
import { runForTests, writeSheets, type Ran } from './runForTests.ts'

let folder = ''

/** The command without a process of its own; names of files are put into the folder. */
async function postloan(...words: readonly string[]): Promise<Ran> {
  const placed = words.map((word) => (/\.(json|xlsx)$/.test(word) ? join(folder, word) : word))
  return runForTests(...placed)
}

async function checked(...words: readonly string[]): Promise<CheckDocument> {
  const { out } = await postloan('check', 'ledger.xlsx', '--json', ...words)
  return checkDocumentSchema.parse(JSON.parse(out))
}

const hits = (document: CheckDocument): readonly string[] =>
  document.tables
    .flatMap((table) => table.findings)
    .filter((finding) => finding.outcome === 'hit' && finding.kind !== 'due')
    .map(({ rule, row, severity }) => `${rule} ${row} ${severity}`)
    .toSorted()

/** Row 2 healthy; 3 over the park's limit, a switchboard's number; 4 unsecured and watched; 5 not yet checked on day 21. */
const ledger = [
  [
    '借据号',
    '客户名称',
    '贷款金额',
    '贷款余额',
    '放款日期',
    '到期日',
    '担保方式',
    '五级分类',
    '逾期天数',
    '首次检查日期',
    '联系电话',
    '园区',
  ],
  [
    'JJ0001',
    '某某一机械有限公司',
    2000000,
    1500000,
    '2026-08-03',
    '2027-08-02',
    '抵押',
    '正常',
    0,
    '2026-08-10',
    '13800000000',
    null,
  ],
  [
    'JJ0002',
    '某某二机械有限公司',
    5000000,
    3500000,
    '2026-08-03',
    '2027-08-02',
    '抵押',
    '正常',
    0,
    '2026-08-10',
    '1234',
    '清河软件园',
  ],
  [
    'JJ0003',
    '某某三机械有限公司',
    2000000,
    1500000,
    '2026-08-03',
    '2027-08-02',
    '信用',
    '关注',
    0,
    '2026-08-10',
    '13800000000',
    null,
  ],
  [
    'JJ0004',
    '某某四机械有限公司',
    2000000,
    1500000,
    '2026-10-10',
    '2027-08-02',
    '抵押',
    '正常',
    0,
    null,
    '13800000000',
    null,
  ],
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postloan-pack-'))
  // keys seen are this test's own
  vi.stubEnv('POSTLOAN_HOME', join(folder, 'home'))
  vi.stubEnv('POSTLOAN_PASSPHRASE', '清河分行授信2026')
  await writeSheets(join(folder, 'ledger.xlsx'), { 台账202610: ledger })
  const example = new URL('../../docs/example-branch.postloan.json', import.meta.url)
  await writeFile(join(folder, 'branch.postloan.json'), await readFile(example))
  for (const who of ['lead', 'other']) {
    await postloan('policy', 'new-key', '--name', '某某', '-o', `${who}.key.json`)
  }
  await postloan(
    'policy',
    'sign',
    'branch.postloan.json',
    '--key',
    'lead.key.json',
    '-o',
    'signed.postloan.json',
  )
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

test('a signed pack verifies', async () => {
  const { code, out } = await postloan('policy', 'verify', 'signed.postloan.json', '--trust', 'lead.key.json')
  expect(code).toBe(0)
  expect(out).toMatch(/签名有效：某某 于 \d{4}-\d\d-\d\d 签名，密钥指纹/)
})

test('a branch pack changes the result as it says, and every result says so', async () => {
  const asOf = ['--as-of', '2026-10-31']
  const before = hits(await checked(...asOf))
  const document = await checked(...asOf, '--policy', 'signed.postloan.json', '--trust', 'lead.key.json')
  expect(document.errors).toEqual([])
  const after = hits(document)
  expect(before.filter((line) => !after.includes(line))).toEqual(['DQ-006 3 notice'])
  expect(after.filter((line) => !before.includes(line))).toEqual([
    'INS-001 5 warning',
    'QH-001 3 warning',
    'QH-002 4 attention',
  ])
  expect(document.policy).toMatchObject({
    id: 'postloan+qinghe-branch',
    layers: [{ id: 'qinghe-branch', signedBy: { signer: '某某' } }],
  })
  expect(document.notes.map((note) => note.code)).toEqual(expect.arrayContaining(['packUsed', 'ruleOff']))
  const { out } = await postloan(
    'check',
    'ledger.xlsx',
    ...asOf,
    '--policy',
    'signed.postloan.json',
    '--trust',
    'lead.key.json',
  )
  for (const words of [
    'QH-001  园区贷款余额超过单户限额',
    '清河软件园企业，余额 3,500,000.00',
    '已由分行“清河分行贷后管理参数”2026.4停用',
  ])
    expect(out).toContain(words)
})

test('two files in workers are checked with the same pack', async () => {
  await writeFile(join(folder, 'second.xlsx'), await readFile(join(folder, 'ledger.xlsx')))
  const { out } = await postloan(
    'check',
    'ledger.xlsx',
    'second.xlsx',
    '--as-of',
    '2026-10-31',
    '--json',
    '--policy',
    'branch.postloan.json',
  )
  const document = checkDocumentSchema.parse(JSON.parse(out))
  expect(hits(document).filter((line) => line.startsWith('QH-001'))).toHaveLength(2)
  expect(document.notes.filter((note) => note.code === 'packUnsigned')).toHaveLength(2)
})

describe('a pack that cannot be trusted is not used, and nothing is checked with another policy', () => {
  const check = ['check', 'ledger.xlsx', '--as-of', '2026-10-31', '--policy']

  test('one byte changed', async () => {
    const text = await readFile(join(folder, 'signed.postloan.json'), 'utf8')
    await writeFile(
      join(folder, 'altered.postloan.json'),
      text.replace('"首次检查天数": 15', '"首次检查天数": 95'),
    )
    expect(await postloan('policy', 'verify', 'altered.postloan.json')).toMatchObject({ code: 2, out: '' })
    const { code, out } = await postloan(...check, 'altered.postloan.json')
    expect(code).toBe(2)
    expect(out).toContain('文件在签名之后被改动过')
    expect(out).not.toContain('贷后检查')
  })

  test('a key that is not among those of --trust', async () => {
    const { code, out } = await postloan(...check, 'signed.postloan.json', '--trust', 'other.key.json')
    expect(code).toBe(2)
    expect(out).toContain('不在 --trust 之列')
  })

  test('another key than at first use', async () => {
    const first = await postloan(...check, 'signed.postloan.json')
    expect(first.log).toMatch(/首次使用策略包.*指纹 [0-9A-F]{4}(-[0-9A-F]{4}){7}/)
    expect(await postloan(...check, 'signed.postloan.json')).toMatchObject({ log: '' })
    await postloan(
      'policy',
      'sign',
      'branch.postloan.json',
      '--key',
      'other.key.json',
      '-o',
      'resigned.postloan.json',
    )
    const changed = await postloan(...check, 'resigned.postloan.json')
    expect(changed.code).toBe(2)
    expect(changed.out).toContain('换了签名密钥')
    expect(await postloan('policy', 'verify', 'resigned.postloan.json')).toMatchObject({ code: 2 })
    const trusted = await postloan('policy', 'verify', 'resigned.postloan.json', '--trust', 'other.key.json')
    expect(trusted).toMatchObject({ code: 0, log: '' })
  })

  test('a mistake in it', async () => {
    const text = await readFile(join(folder, 'branch.postloan.json'), 'utf8')
    await writeFile(join(folder, 'wrong.postloan.json'), text.replace('首次检查天数', '首次检查日数'))
    const { code, out } = await postloan(...check, 'wrong.postloan.json')
    expect(code).toBe(2)
    expect(out).toContain('是不是“首次检查天数”？')
    expect(await postloan('policy', 'sign', 'wrong.postloan.json', '--key', 'lead.key.json')).toMatchObject({
      code: 2,
    })
  })
})

describe('policy', () => {
  test('lint, diff and verify tell by their exit code', async () => {
    expect(await postloan('policy', 'lint', 'branch.postloan.json')).toMatchObject({ code: 0, log: '' })
    expect(await postloan('policy', 'diff', 'branch.postloan.json', 'signed.postloan.json')).toMatchObject({
      code: 0,
    })
    const text = await readFile(join(folder, 'branch.postloan.json'), 'utf8')
    await writeFile(
      join(folder, 'later.postloan.json'),
      text.replace('"首次检查天数": 15', '"首次检查天数": 20'),
    )
    const diff = await postloan('policy', 'diff', 'branch.postloan.json', 'later.postloan.json')
    expect(diff.code).toBe(1)
    expect(diff.out).toMatch(/首次检查天数\s+15 天\s+20 天/)
    expect(await postloan('policy', 'verify', 'branch.postloan.json')).toMatchObject({ code: 1 })
  })

  test('show tells each change with its origin', async () => {
    const { code, out } = await postloan('policy', 'show', 'branch.postloan.json')
    expect(code).toBe(0)
    expect(out).toMatch(/参数\s+首次检查天数\s+30 天\s+15 天\s+收紧\s+清河分行贷后管理参数/)
    expect(out).toMatch(/停用规则\s+DQ-006.*未采纳/)
    expect((await postloan('policy', 'show')).out).toMatch(/次级逾期天数\s+90 天/)
  })

  test.each([
    [['policy', 'draw']],
    [['policy', 'lint']],
    [['policy', 'lint', 'missing.postloan.json']],
    [['policy', 'show', '--colour']],
    [['policy', 'sign', 'branch.postloan.json', '--key', 'branch.postloan.json']],
    [['policy', 'sign', 'branch.postloan.json', '--key', 'lead.key.json', '-o', 'signed.postloan.json']],
    [
      [
        'policy',
        'sign',
        'branch.postloan.json',
        '--key',
        'lead.key.json',
        '--passphrase-file',
        'ledger.xlsx',
      ],
    ],
  ])('%j is refused in Chinese', async (words) => {
    const { code, log } = await postloan(...words)
    expect(code).toBe(2)
    expect(log).toMatch(/\p{Script=Han}/u)
  })
})
