import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Half a gigabyte: fetched here, once, and by nobody who does not ask for it. */
const chdbVersion = '3.4.0'
const folder = join(import.meta.dirname, '.cache')

/** What we use of an embedded ClickHouse. */
export interface ClickHouse {
  /** The answer as text in the format. */
  query(sql: string, format?: string): string
  close(): void
}

interface Chdb {
  readonly Session: new (path?: string) => { query(sql: string, format?: string): string; cleanup(): void }
}

/** A ClickHouse inside this process, fetched from npm the first time: empty, or with its data in a folder. */
export function openClickHouse(data?: string): ClickHouse {
  if (!existsSync(join(folder, 'node_modules', 'chdb'))) {
    mkdirSync(folder, { recursive: true })
    execFileSync('npm', ['install', '--prefix', folder, '--no-save', `chdb@${chdbVersion}`], {
      stdio: 'inherit',
    })
  }
  // it has no place in our own dependencies, so neither have its types
  const { Session } = createRequire(join(folder, 'package.json'))('chdb') as Chdb
  const session = new Session(data)
  return {
    query: (sql, format = 'CSV') => session.query(sql, format),
    close: () => session.cleanup(),
  }
}
