import { spawnSync } from 'node:child_process'

/**
 * The properties of live checking and of clearing at length: a thousand steps each way, forty runs on each kind of list,
 * counter-examples made small. `POSTLOAN_SEED=7 pnpm properties:long` repeats a run.
 */
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--config', '.dev/vitest.config.ts', '--maxWorkers=1', 'test/e2e/addin/property'],
  {
    stdio: 'inherit',
    env: {
      POSTLOAN_SEED: String(Date.now() % 1_000_000),
      POSTLOAN_LIVE_STEPS: '1000',
      POSTLOAN_CLEAR_RUNS: '40',
      POSTLOAN_SHRINK: '1',
      ...process.env,
    },
  },
)
process.exitCode = status ?? 1
