import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first of these programs that is on PATH, as a full path. */
function onPath(names: readonly string[]): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      for (const ending of endings) {
        const path = join(folder, name + ending)
        if (folder && existsSync(path)) return path
      }
    }
  }
  return undefined
}

const programFiles = [
  process.env['ProgramFiles'],
  process.env['ProgramFiles(x86)'],
  process.env['LOCALAPPDATA'],
]

function installed(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path))
}

/** An installed Chromium, Chrome or Edge (POSTLOAN_BROWSER wins); undefined where there is none. */
export function findBrowser(): string | undefined {
  const chosen = process.env['POSTLOAN_BROWSER']
  if (chosen && existsSync(chosen)) return chosen
  return (
    onPath([
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'chrome',
      'msedge',
    ]) ??
    installed([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...programFiles.flatMap((folder) =>
        folder
          ? [
              join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
              join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
            ]
          : [],
      ),
    ])
  )
}

/** LibreOffice's `soffice` (POSTLOAN_SOFFICE wins); undefined where it is not installed. */
export function findSoffice(): string | undefined {
  const chosen = process.env['POSTLOAN_SOFFICE']
  if (chosen && existsSync(chosen)) return chosen
  return (
    onPath(['soffice', 'libreoffice']) ??
    installed([
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      ...programFiles.flatMap((folder) =>
        folder ? [join(folder, 'LibreOffice', 'program', 'soffice.exe')] : [],
      ),
    ])
  )
}

/** True where the machine can draw Chinese (fontconfig only; other systems bring their own fonts). */
export function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}
