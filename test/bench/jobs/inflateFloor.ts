import { readFileSync } from 'node:fs'
import { createInflateRaw } from 'node:zlib'

import { report } from '../measure.ts'
import { zipEntries } from '../zipEntries.ts'

// the floor of reading: unzip the sheet and the shared strings, look at every byte once
const [file = '', rounds = '1'] = process.argv.slice(2)

await report(async () => {
  const bytes = readFileSync(file)
  let tags = 0
  let size = 0
  for (const entry of zipEntries(bytes)) {
    if (!/^xl\/(worksheets\/|sharedStrings)/.test(entry.name)) continue
    const inflate = createInflateRaw({ chunkSize: 1 << 18 })
    inflate.end(entry.packed)
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length
      for (let at = 0; at < chunk.length; at++) if (chunk[at] === 60) tags++
    }
  }
  return { bytes: size, tags }
}, Number(rounds))
