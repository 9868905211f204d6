import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { extensionId } from '../browser/extensionId.ts'

/** Why no window can be opened here; null where one can. */
export function noWindow(): 'asked' | 'noDisplay' | 'ci' | null {
  if (process.argv.includes('--no-open')) return 'asked'
  if (process.env['CI']) return 'ci'
  const isLinux = process.platform === 'linux'
  return isLinux && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'] ? 'noDisplay' : null
}

export interface OpenedBrowser {
  /** Resolves when the window is closed or did not start. */
  readonly ended: Promise<void>
  close(): void
}

/** Opens a browser window with a profile of its own and the extension loaded in it. */
export function openBrowser(
  program: string,
  profile: string,
  extension: string | null,
  urls: readonly string[],
): OpenedBrowser {
  writePreferences(profile, extension)
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(
    program,
    [
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--start-maximized',
      // Chrome and Edge as sold ignore --load-extension unless this is off; the newest ignore it all the same
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      ...(extension === null ? [] : [`--load-extension=${extension}`]),
      // as root the browser starts only without its sandbox, and says so on every page unless it is told that it is tried out
      ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
      ...urls,
    ],
    { stdio: 'ignore' },
  )
  return {
    ended: new Promise((settle) => {
      child.once('error', () => settle())
      child.once('exit', () => settle())
    }),
    close: () => void child.kill(),
  }
}

/** What a bank's own desk would have set: the extension's button in sight, no offer to save the practice password or to translate. */
function writePreferences(profile: string, extension: string | null): void {
  const folder = join(profile, 'Default')
  mkdirSync(folder, { recursive: true })
  const preferences = {
    credentials_enable_service: false,
    translate: { enabled: false },
    ...(extension === null ? {} : { extensions: { pinned_extensions: [idOf(extension)] } }),
  }
  writeFileSync(join(folder, 'Preferences'), JSON.stringify(preferences))
}

function idOf(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const key =
    typeof manifest === 'object' && manifest !== null && 'key' in manifest ? String(manifest.key) : ''
  return extensionId(Buffer.from(key, 'base64'))
}
