import { type Ran, runForTests } from '../../core/src/cli/runForTests.ts'

/** `postloan check` without a process of its own; fails where something could not be read or written. */
export async function runCheck(...words: readonly string[]): Promise<string> {
  const { code, out, log } = await tryCheck(...words)
  if (code === 2) throw new Error(log + out)
  return out
}

/** The same, whatever its exit code. */
export function tryCheck(...words: readonly string[]): Promise<Ran> {
  return runForTests('check', ...words)
}
