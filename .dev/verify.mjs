// Everything that has to hold, in one run: types, lint, builds, tests. Behind `npm test`.
// Arguments go to vitest (npm test -- -t 'name').
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

import { provideBrowser, provideLibreOffice } from '../test/peers/provide.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const report = fileURLToPath(new URL('../.cache/vitest.json', import.meta.url))
const failedSteps = []

function step(name, args, env = {}) {
  const begin = performance.now()
  const { status } = spawnSync('pnpm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  })
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (status !== 0) failedSteps.push(name)
}

const peers = { ...(await provideBrowser()), ...provideLibreOffice() }
step('types', ['--silent', 'exec', 'tsc', '-b'])
step('lint', ['--silent', 'run', 'lint'])
step('builds', ['--silent', '-r', '--reporter=append-only', 'run', 'build'])

mkdirSync(new URL('../.cache/', import.meta.url), { recursive: true })
rmSync(report, { force: true })
step(
  'tests',
  [
    '--silent',
    'exec',
    'vitest',
    'run',
    '--config=.dev/vitest.config.ts',
    // every core: nothing else is going on while the tests run
    `--maxWorkers=${availableParallelism()}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  peers,
)

let passed = 0
let failed = 0
try {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  passed = numPassedTests
  failed = numFailedTests
} catch {
  failedSteps.push('test report')
}
if (passed === 0) failedSteps.push('no test ran')
// A test step that failed without a failing test (a file that did not load) still counts.
const extra = failedSteps.filter((name) => name !== 'tests' || failed === 0).length
if (failedSteps.length > 0) console.log(`failed: ${failedSteps.join(', ')}`)
console.log(`${passed} passed, ${failed + extra} failed`)
process.exit(failedSteps.length === 0 && failed === 0 ? 0 : 1)
