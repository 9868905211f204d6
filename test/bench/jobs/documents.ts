import { readFileSync } from 'node:fs'

import { checkLedger } from '@postloan/core/check'
import { documentKinds, prepareDocuments } from '@postloan/core/documents'
import { readLedger } from '@postloan/core/ledger'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'

import { report } from '../measure.ts'

// what is due of a checked ledger, then so many documents, of every kind in turn, one after the other
const [file = '', count = '500', rounds = '3'] = process.argv.slice(2)
const codec = nodeCodec()
const opened = await openWorkbook(readFileSync(file), file, codec)
if (!opened.ok) throw new Error(opened.error.message)
const ledger = readLedger([opened.workbook], policy)
const result = checkLedger(ledger, { policy })

await report(async () => {
  const desk = prepareDocuments(ledger, { policy, result, codec })
  const due = desk.due()
  const places = desk.subjects('checklist')
  let [made, bytes, at] = [0, 0, 0]
  for (; made < Number(count) && at < places.length * documentKinds.length; at++) {
    const kind = documentKinds[at % documentKinds.length]
    const place = places[Math.floor(at / documentKinds.length)]
    if (!kind || !place) break
    const making = await desk.make(kind.id, place)
    // a letter that would not be true is none
    if (!making.ok) continue
    made++
    bytes += making.document.bytes.length
  }
  if (made < Number(count)) throw new Error(`only ${made} documents`)
  return { due: due.length, made, bytes }
}, Number(rounds))
