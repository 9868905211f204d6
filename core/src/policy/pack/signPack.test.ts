import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from 'vitest'

import {
  decodePack,
  newKeyFile,
  openKeyFile,
  packJsonSchema,
  readPack,
  signPack,
  verifyPack,
} from './index.ts'
import type { SigningKey } from './index.ts'

const docs = new URL('../../../docs/', import.meta.url)
const example = readFileSync(new URL('example-branch.postloan.json', docs), 'utf8')
const passphrase = '清河分行 2026 授信'
/** The fewest the file format allows: slowness is no subject here. */
const iterations = 1_000

let keyText = ''
let key: SigningKey
let signed = ''

async function makeKey(signer: string): Promise<{ text: string; key: SigningKey }> {
  const file = await newKeyFile(signer, passphrase, iterations)
  if (!file.ok) throw new Error(file.message)
  const text = JSON.stringify(file.value)
  const opened = await openKeyFile(text, passphrase)
  if (!opened.ok) throw new Error(opened.message)
  return { text, key: opened.value }
}

beforeAll(async () => {
  const made = await makeKey('某某')
  keyText = made.text
  key = made.key
  signed = (await signPack(example, key, '2026-10-08')) ?? ''
})

test('the JSON Schema in the docs is the one of the code', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('postloan-pack.schema.json', docs), 'utf8'))
  expect(written).toEqual(JSON.parse(packJsonSchema()))
})

describe('a signed pack', () => {
  test('says who signed it, and is still the same pack', async () => {
    expect(await verifyPack(signed)).toEqual({
      state: 'signed',
      signer: '某某',
      signedAt: '2026-10-08',
      fingerprint: key.fingerprint,
    })
    const [before, after] = [readPack(example), readPack(signed)]
    const { signature, ...rest } = after.ok ? after.pack : {}
    expect(rest).toEqual(before.ok && before.pack)
    expect(signature).toMatchObject({ signer: '某某' })
  })

  test('is refused when any one byte changes', async () => {
    const small = '{\n  "document": "postloan.policy",\n  "parameters": { "首次检查天数": 15 }\n}\n'
    const bytes = new TextEncoder().encode((await signPack(small, key, '2026-10-08')) ?? '')
    expect(await verifyPack(decodePack(bytes) ?? '')).toMatchObject({ state: 'signed' })
    const accepted: number[] = []
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice()
      // the last bit: a blank becomes `!`, a letter its neighbour, a digit the next
      changed[at] = (changed[at] ?? 0) ^ 1
      const text = decodePack(changed)
      if (text !== null && (await verifyPack(text)).state === 'signed') accepted.push(at)
    }
    expect(accepted).toEqual([])
  })

  test.each<[string, (text: string) => string]>([
    ['a blank more at the end', (text) => `${text} `],
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['another indentation', (text) => JSON.stringify(JSON.parse(text))],
    ['a tab for a blank', (text) => text.replace('  "id"', ' \t"id"')],
    ['another signer', (text) => text.replace('"某某"', '"某甲"')],
    ['another day of signing', (text) => text.replaceAll('2026-10-08', '2026-10-09')],
    [
      'a value written with an escape',
      (text) =>
        text.replace(
          /("value": ")(.)/,
          (_, head: string, one: string) => `${head}\\u00${one.charCodeAt(0).toString(16)}`,
        ),
    ],
    ['no value', (text) => text.replace(/"value": "[^"]*"\n/, '"value": ""\n')],
  ])('is refused with %s', async (_, change) => {
    const changed = change(signed)
    expect(changed).not.toBe(signed)
    expect(await verifyPack(changed)).toMatchObject({ state: 'broken' })
  })

  test('is refused with the public key of somebody else', async () => {
    const other = (await makeKey('某甲')).key
    const changed = signed.replace(key.publicKey, other.publicKey)
    expect(await verifyPack(changed)).toMatchObject({ state: 'broken' })
  })

  test('is unsigned once its signature is gone, not broken', async () => {
    expect(await verifyPack(example)).toEqual({ state: 'unsigned' })
  })

  test('can be signed again: the old signature goes', async () => {
    const other = (await makeKey('某甲')).key
    const again = (await signPack(signed, other, '2026-10-09')) ?? ''
    expect(await verifyPack(again)).toMatchObject({ state: 'signed', signer: '某甲', signedAt: '2026-10-09' })
    expect(again.match(/"signature"/g)).toHaveLength(1)
  })

  test.each([
    '{}',
    '{ "signature": {}, "a": 1 }',
    '{"a":{"b":[1]}}\n',
    '{\n  "note": "\\"value\\": \\"\\""\n}',
  ])('signing puts a signature into %j', async (text) => {
    const made = await signPack(text, key, '2026-10-08')
    expect(await verifyPack(made ?? '')).toMatchObject({ state: 'signed' })
  })

  test.each(['', '[]', '1', '{"a":'])('%j is nothing to sign', async (text) => {
    expect(await signPack(text, key, '2026-10-08')).toBeNull()
  })
})

describe('a key file', () => {
  test('opens with its passphrase only', async () => {
    expect(await openKeyFile(keyText, `${passphrase} `)).toMatchObject({ ok: false })
    expect(await openKeyFile(keyText, passphrase.normalize('NFD'))).toMatchObject({ ok: true })
  })

  test('does not open with another public key put in', async () => {
    const other = (await makeKey('某甲')).key
    expect(await openKeyFile(keyText.replace(key.publicKey, other.publicKey), passphrase)).toMatchObject({
      ok: false,
    })
  })

  test('holds no private key in the open, and wants a passphrase of some length', async () => {
    expect(Object.keys(JSON.parse(keyText))).toEqual([
      'document',
      'format',
      'signer',
      'publicKey',
      'fingerprint',
      'privateKey',
    ])
    expect(await newKeyFile('某某', '1234567', iterations)).toMatchObject({ ok: false })
  })

  test.each(['', '{}', example])('anything else is no key file', async (text) => {
    expect(await openKeyFile(text, passphrase)).toMatchObject({
      ok: false,
      message: '这不是贷后助手的密钥文件。',
    })
  })
})
