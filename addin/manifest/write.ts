/** `pnpm --filter @postloan/addin manifest --base-url https://…`: writes the manifest for a place of one's own. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { addinManifest } from './addinManifest.ts'
import { checkBaseUrl } from './checkBaseUrl.ts'
import { manifestXml } from './manifestXml.ts'

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { 'base-url': { type: 'string' }, out: { type: 'string' } },
})
const fault = checkBaseUrl(values['base-url'])
if (fault !== null || values['base-url'] === undefined) {
  process.stderr.write(`${fault ?? ''}\n`)
  process.exitCode = 2
} else {
  const out = resolve(values.out ?? `${import.meta.dirname}/../dist/manifest.xml`)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, manifestXml(addinManifest, values['base-url']))
  process.stdout.write(`${out}\n`)
}
