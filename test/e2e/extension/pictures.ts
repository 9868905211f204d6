import { join } from 'node:path'

import { buildExtension } from './launch.ts'
import { copyExtension, setManaged } from './ownCopy.ts'
import { shootDock, shootMarks } from './pictures/bankPages.ts'
import { shootFaults, shootOptions, shootTodo } from './pictures/ownPages.ts'
import { shootEmptyPanel, shootPanel, shootPointing, shootWarning } from './pictures/panels.ts'
import { importLedger, openStudio, type Studio } from './pictures/studio.ts'

/**
 * Pictures of all that the extension shows, to be looked at: `node test/e2e/extension/pictures.ts [folder] [set…]`.
 * Each set begins with an extension that knows nothing.
 */
const sets: Readonly<Record<string, (studio: Studio) => Promise<void>>> = {
  marks: shootMarks,
  dock: shootDock,
  empty: async (studio) => {
    await shootEmptyPanel(studio)
    await shootOptions(studio, 'empty')
    await shootTodo(studio, 'empty')
  },
  panel: shootPanel,
  warning: shootWarning,
  pointing: async (studio) => {
    await shootPointing(studio)
    await shootOptions(studio, 'filled')
  },
  todo: async (studio) => {
    await importLedger(studio)
    await shootTodo(studio, 'full')
  },
  faults: shootFaults,
}

const [given, ...wanted] = process.argv.slice(2)
const folder = given ?? join(import.meta.dirname, '../../../out/extension-pictures')
const built = await buildExtension()
for (const [name, shoot] of Object.entries(sets)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const studio = await openStudio(folder, built)
  try {
    await shoot(studio)
  } finally {
    await studio.close()
  }
}
if (wanted.length === 0 || wanted.includes('managed')) await shootManaged()

/** With settings of an enterprise policy, where this machine lets us write one. */
async function shootManaged(): Promise<void> {
  const copy = copyExtension(built)
  const managed = setManaged(copy.id, {
    version: '2026-10-20',
    marks: true,
    saveNotice: true,
    retentionYears: 10,
    userName: '周敏',
    hosts: ['http://credit.bank.intra/*'],
  })
  if (!managed)
    return console.log('!!! LEFT OUT: pictures of managed settings (the policy folder cannot be written)')
  const studio = await openStudio(folder, copy.folder)
  try {
    await shootOptions(studio, 'managed')
  } finally {
    managed.remove()
    await studio.close()
    copy.clean()
  }
}
