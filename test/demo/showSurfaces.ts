import { rmSync } from 'node:fs'

import { startCreditSystem } from '../credit-system/server.ts'
import { buildAddin } from '../e2e/addin/buildAddin.ts'
import { startPlayground } from '../excel-host/startPlayground.ts'
import { buildExtension } from './buildExtension.ts'
import { freePort } from './freePort.ts'

export interface SurfacesOptions {
  /** Where the built extension is put, so that it can be loaded by hand as well. */
  readonly extensionFolder: string
  readonly workbook?: { readonly fileName: string; readonly bytes: Uint8Array }
}

export interface Surfaces {
  /** The simulated Excel with the add-in. */
  readonly playground: string
  /** The practice credit system's first page. */
  readonly creditSystem: string
  /** The folder of the built extension; null where it could not be built, with why. */
  readonly extension: string | null
  readonly said: string
  close(): Promise<void>
}

/** Builds add-in and extension and serves what they can be tried on, to this machine only. */
export async function showSurfaces({ extensionFolder, workbook }: SurfacesOptions): Promise<Surfaces> {
  const addin = await buildAddin()
  const { folder, said } = buildExtension(extensionFolder)
  const [playground, creditSystem] = await Promise.all([
    startPlayground({ port: await freePort(3100), addin, ...(workbook ? { workbook } : {}) }),
    startCreditSystem(await freePort(3200)),
  ])
  return {
    playground: playground.url,
    creditSystem: `${creditSystem.origin}/`,
    extension: folder,
    said,
    async close() {
      await Promise.all([playground.close(), creditSystem.close()])
      rmSync(addin, { recursive: true, force: true })
    },
  }
}
