// Runs one of the workspace's scripts on a machine that has only Node (20 or later) and npm:
//   node .dev/run.mjs <script> [arguments…]
// pnpm, and a current Node where the machine's own is too old for the tools, come out of the npm registry through
// npx and stay in npm's cache; nothing is installed globally. The workspace is installed when its lock file asks
// for it, then the script runs.
import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const PNPM = 'pnpm@12.21.0'
const NODE = 'node@24.21.0'
const READY = 'POSTLOAN_TOOLS_READY'
// when the command was typed, so that `npm start` can say how long the whole took
process.env.POSTLOAN_STARTED ??= String(Date.now())

const self = fileURLToPath(import.meta.url)
const root = fileURLToPath(new URL('..', import.meta.url))
const onWindows = process.platform === 'win32'
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a command in the workspace root and resolves to its exit status. */
function run(command, args, { env = {}, quiet = false } = {}) {
  // A .cmd shim starts only through the shell, which wants its own quoting.
  const quoted = onWindows
    ? args.map((a) => (/[\s"&|<>^]/.test(a) ? `"${a.replaceAll('"', '""')}"` : a))
    : args
  return new Promise((done) => {
    const child = spawn(command, quoted, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: onWindows,
      env: { ...process.env, ...env },
    })
    const heard = []
    child.stdout?.on('data', (chunk) => heard.push(chunk))
    child.stderr?.on('data', (chunk) => heard.push(chunk))
    const forward = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, forward)
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      done(1)
    })
    child.on('close', (status) => {
      for (const signal of signals) process.off(signal, forward)
      if (quiet && status !== 0) process.stderr.write(Buffer.concat(heard))
      done(status ?? 1)
    })
  })
}

const [script, ...rest] = process.argv.slice(2)
if (!script) {
  console.error('usage: node .dev/run.mjs <script> [arguments…]')
  process.exit(2)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
// The same line as package.json's "engines": what vitest, wxt and running .ts files directly need.
const nodeFits = (major === 22 && minor >= 18) || major === 24 || major >= 26
const startedByPnpm = (process.env.npm_config_user_agent ?? '').startsWith('pnpm/')

if (process.env[READY] === '1' || (nodeFits && startedByPnpm)) {
  // Quiet, so that `postloan … --json` prints its document and nothing else.
  const installed = await run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { quiet: true })
  process.exit(installed === 0 ? await run('pnpm', ['--silent', 'run', script, ...rest]) : installed)
}

const packages = nodeFits ? [PNPM] : [NODE, PNPM]
const status = await run(
  'npx',
  ['-y', '--prefer-offline', ...packages.map((p) => `--package=${p}`), '--', 'node', self, script, ...rest],
  { env: { [READY]: '1', npm_config_loglevel: 'error' } },
)
process.exit(status)
