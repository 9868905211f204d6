import { runCli } from '@postloan/core/cli'

/** `postloan check` without a process of its own; fails where something could not be read or written. */
export async function runCheck(...words: readonly string[]): Promise<string> {
  const { code, out, log } = await tryCheck(...words)
  if (code === 2) throw new Error(log + out)
  return out
}

/** The same, whatever its exit code. */
export async function tryCheck(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly log: string }> {
  let [out, log] = ['', '']
  const code = await runCli(['check', ...words], {
    out: {
      async write(text) {
        out += text
      },
    },
    log: {
      async write(text) {
        log += text
      },
    },
  })
  return { code, out, log }
}
