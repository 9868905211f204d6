import { generateKeyPairSync } from 'node:crypto'
import {
  accessSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { extensionId } from '../../browser/extensionId.ts'

/** A built extension of one's own, with an id that no other has: what is done to it or set for it touches nobody else. */
export interface OwnCopy {
  readonly folder: string
  readonly id: string
  setVersion(version: string): void
  /** Gives it at once what a person would be asked for. */
  grant(permission: string): void
  clean(): void
}

export function copyExtension(built: string): OwnCopy {
  const folder = mkdtempSync(join(tmpdir(), 'postloan-own-'))
  cpSync(built, folder, { recursive: true })
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const der = publicKey.export({ type: 'spki', format: 'der' })
  const file = join(folder, 'manifest.json')
  const change = (changed: object): void => {
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...changed }))
  }
  change({ key: der.toString('base64') })
  const id = extensionId(der)
  return {
    folder,
    id,
    setVersion: (version) => change({ version }),
    grant: (permission) => {
      const { permissions = [] } = JSON.parse(readFileSync(file, 'utf8')) as { permissions?: string[] }
      change({ permissions: [...permissions, permission], optional_permissions: [] })
    },
    clean: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Where Chromium looks for its enterprise policy on Linux. */
const folders = ['/etc/chromium/policies/managed', '/etc/opt/chrome/policies/managed']

/** Sets managed values for one extension, where this machine lets us; null where it does not. */
export function setManaged(id: string, values: object): { remove(): void } | null {
  const written: string[] = []
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true })
      accessSync(folder, constants.W_OK)
      const file = join(folder, `postloan-test-${id}.json`)
      writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: values } } }))
      written.push(file)
    } catch {
      // not ours to write: a machine without such a folder, or a person who is not root
    }
  }
  if (written.length === 0) return null
  return { remove: () => written.forEach((file) => rmSync(file, { force: true })) }
}
