import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * Builds the extension for Chrome, Edge and Firefox.
 *
 *   --hosts 'http://credit.bank.intra/* http://collect.bank.intra/*'   a bank's build: these hosts and no other
 *   --browser chrome        one browser only
 *   --out folder            where to (default .output)
 *   --key public.txt        the bank's own public key (base64 of its DER form), which makes the id
 *   --zip                   archives for the stores and for IT
 */
const { values } = parseArgs({
  // pnpm hands over its own `--` as well
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    hosts: { type: 'string' },
    browser: { type: 'string', multiple: true },
    out: { type: 'string' },
    key: { type: 'string' },
    zip: { type: 'boolean' },
  },
})

const hosts = (values.hosts ?? '').split(/[\s,]+/).filter((host) => host !== '')
const wrong = hosts.filter((host) => !/^(\*|https?):\/\/(\*|(\*\.)?[^/*:\s]+(:(\d+|\*))?)\/.*$/.test(host))
if (wrong.length > 0) {
  console.error(`网址格式不对：${wrong.join('、')}。例如 http://credit.bank.intra/*`)
  process.exit(2)
}
const env = {
  ...process.env,
  POSTLOAN_HOSTS: hosts.join(' '),
  ...(values.out ? { POSTLOAN_OUT: values.out } : {}),
  ...(values.key
    ? { POSTLOAN_KEY: readFileSync(values.key, 'utf8').replace(/-----[^-]+-----|\s/g, '') }
    : {}),
}
for (const browser of values.browser ?? ['chrome', 'edge', 'firefox']) {
  const { status } = spawnSync(
    join(import.meta.dirname, 'node_modules', '.bin', 'wxt'),
    [values.zip ? 'zip' : 'build', '-b', browser],
    {
      env,
      cwd: import.meta.dirname,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) process.exit(status ?? 1)
}
