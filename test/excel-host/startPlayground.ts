import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { sampleLedger } from '../portfolio/sampleLedger.ts'
import { serveExcel } from './serve.ts'

/**
 * Starts the playground: the simulated Excel with a sample ledger and the add-in's built page, on this machine only.
 * Gives its address.
 */
export async function startPlayground(port = 0): Promise<{ url: string; close: () => Promise<void> }> {
  const addin = join(import.meta.dirname, '../../addin/dist')
  const { bytes, fileName } = await sampleLedger()
  const site = await serveExcel({
    port,
    samples: { [fileName]: bytes },
    mounts: existsSync(addin) ? { '/addin/': `${addin}/` } : {},
  })
  const url = site.url({
    profile: 'ltsc2021',
    protocol: 'web',
    addin: existsSync(join(addin, 'taskpane.html')) ? '/addin/taskpane.html' : '',
    sample: fileName,
  })
  return { url, close: () => site.close() }
}
