import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'

import { docsFolder, pages } from './pages.ts'

/** `pnpm docs`: writes the pages anew and takes away those of categories that are gone. */
const made = pages()
mkdirSync(docsFolder, { recursive: true })
for (const name of readdirSync(docsFolder)) {
  if (/^rules-.*\.md$/.test(name) && !made.has(name)) rmSync(new URL(name, docsFolder))
}
for (const [name, text] of made) writeFileSync(new URL(name, docsFolder), text)
console.log(`core/docs：${made.size} 页`)
