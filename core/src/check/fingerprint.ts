import type { Policy } from '../policy/index.ts'
import { sha256 } from './sha256.ts'

const known = new WeakMap<Policy, string>()

/** SHA-256 over the policy as JSON with its keys sorted: two surfaces with the same fingerprint check the same rules. */
export function fingerprintPolicy(policy: Policy): string {
  const before = known.get(policy)
  if (before !== undefined) return before
  const fingerprint = sha256(canonicalJson(policy))
  known.set(policy, fingerprint)
  return fingerprint
}

/** JSON with object keys in code unit order and without absent members. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}
