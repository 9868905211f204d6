import { spawn } from 'node:child_process'
import process from 'node:process'

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
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(
    program,
    [
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      // Chrome and Edge as sold ignore --load-extension unless this is off; the newest ignore it all the same
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      ...(extension === null ? [] : [`--load-extension=${extension}`]),
      ...(isRoot ? ['--no-sandbox'] : []),
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
