import { builtInTemplate, documentKinds } from '@postloan/core/documents'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { array, assert, asyncProperty, constantFrom, integer, oneof, string as text } from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'

// what is filled in is told apart from how it was found
import { cleanText } from '../../core/src/documents/cleanText.ts'
import { fillTemplate } from '../../core/src/documents/fillTemplate.ts'
import type { UsedPlaceholder, Values } from '../../core/src/documents/types.ts'
import { rootOf } from '../../core/src/workbook/package/xml.ts'
import { sdkErrors } from '../annotate/packages.ts'
import { codec, textOf } from './sample.ts'

const messy = oneof(
  text({ unit: 'binary', maxLength: 40 }),
  text({ unit: 'grapheme', maxLength: 60 }),
  constantFrom(
    '<w:p>',
    ']]>',
    '&amp;',
    '{客户名称}',
    '{#发现}',
    '｛｝',
    '😀👨‍👩‍👧',
    '\u0000\u0001\ud800',
    'a\tb\nc',
    '𠮷野家',
    '',
  ),
  integer({ min: 200, max: 5_000 }).map((length) => '贷后管理、'.repeat(length / 5)),
)

/** Values for all that a template names: lists of a few entries, every word messy. */
function valuesOf(used: readonly UsedPlaceholder[], words: readonly string[], rows: number): Values {
  let at = 0
  const word = (): string => words[at++ % words.length] ?? ''
  const values: Record<string, Values[string]> = {}
  const visit = (list: readonly UsedPlaceholder[], into: Record<string, Values[string]>): void => {
    for (const { name, as, inside } of list) {
      if (as === 'each') {
        values[name] = Array.from({ length: rows }, () => {
          const entry: Record<string, string> = {}
          for (const one of inside) entry[one.name] = word()
          return entry
        })
      } else if (as === 'value') into[name] ??= word()
      else {
        if (name.startsWith('有')) values[name] = rows > 0
        visit(inside, into)
      }
    }
  }
  visit(used, values)
  return values
}

describe('whatever stands in the ledger', () => {
  test('a document is well formed and says it as it is', async () => {
    const templates = await Promise.all(documentKinds.map(({ id }) => builtInTemplate(id, policy, codec)))
    await assert(
      asyncProperty(
        constantFrom(...templates),
        array(messy, { minLength: 1, maxLength: 6 }),
        integer({ min: 0, max: 3 }),
        async (template, words, rows) => {
          const bytes = await fillTemplate(template, valuesOf(template.placeholders, words, rows), codec)
          const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
          expect(xml.replaceAll(/[\n\r\t]/g, '')).not.toMatch(/\p{Cc}|[\ufffe\uffff]/u)
          expect(rootOf(xml).end).toBe(xml.length)
          const plain = (said: string): string => said.replaceAll(/\s/g, '')
          expect(plain(textOf(bytes))).toContain(plain(cleanText(words[0] ?? '')))
        },
      ),
      { numRuns: 120 },
    )
  })

  test('Word would open it: forty entries, long names, signs of XML', async () => {
    const words = ['<w:p>&"\'', '宏'.repeat(120), '😀\u0001\ud800', 'x\ny\tz', '问题描述，'.repeat(1_000)]
    for (const { id } of documentKinds) {
      const template = await builtInTemplate(id, policy, codec)
      const bytes = await fillTemplate(template, valuesOf(template.placeholders, words, 40), codec)
      expect([id, ...(await sdkErrors(bytes, 'docx'))]).toEqual([id])
    }
  })
})
