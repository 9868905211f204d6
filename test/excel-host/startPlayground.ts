import { sampleLedger } from '../portfolio/sampleLedger.ts'
import { serveExcel } from './serve.ts'

export interface PlaygroundOptions {
  readonly port?: number
  /** The built add-in (with the bank's own copy of office.js, which the playground serves); none: an Excel without one. */
  readonly addin?: string
  /** The workbook that is open at first; the sample ledger unless told. */
  readonly workbook?: { readonly fileName: string; readonly bytes: Uint8Array }
}

export interface Playground {
  readonly url: string
  close(): Promise<void>
}

/** Starts the playground: the simulated Excel with a ledger and the add-in's built page, on this machine only. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const { bytes, fileName } = options.workbook ?? (await sampleLedger())
  const site = await serveExcel({
    port: options.port ?? 0,
    samples: { [fileName]: bytes },
    mounts: options.addin === undefined ? {} : { '/addin/': options.addin },
    home: {
      profile: 'ltsc2021',
      protocol: 'web',
      ...(options.addin === undefined ? {} : { addin: '/addin/taskpane.html' }),
      sample: fileName,
    },
  })
  return { url: `${site.origin}/`, close: () => site.close() }
}
