import type { PackLayer } from '../check/pack/index.ts'
import type { Policy } from '../policy/index.ts'
import type { FileError } from './fileReport.ts'
import { loadPacks } from './policyFiles.ts'
import { policyInForce } from './policyInForce.ts'
import type { Terminal } from './runCheck.ts'

type OpenedPolicy =
  | { readonly ok: true; readonly layers: readonly PackLayer[]; readonly policy: Policy }
  | { readonly ok: false; readonly errors: readonly FileError[] }

/** The policy with the packs of `--policy` over it; a key seen for the first time is kept and told. */
export async function openPolicy(
  { policies, trust }: { readonly policies: readonly string[]; readonly trust: readonly string[] },
  terminal: Terminal,
): Promise<OpenedPolicy> {
  const { layers, errors, said } = await loadPacks(policies, trust, { pin: true })
  for (const line of said) await terminal.log.write(`${line}\n`)
  return errors.length > 0 ? { ok: false, errors } : { ok: true, layers, policy: policyInForce(layers) }
}
