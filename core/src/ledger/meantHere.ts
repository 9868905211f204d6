import type { PageMatter } from '../policy/index.ts'
import { nameForm } from './nameForm.ts'

export interface MeantHere {
  readonly key: string | null
  readonly score: number
  /** The page's matter that says so. */
  readonly matter: string
}

const byForm = new WeakMap<PageMatter, ReadonlyMap<string, MeantHere>>()

/** What a name means on a page about these matters; null where they say nothing of it. */
export function meantHere(base: string, about: readonly PageMatter[]): MeantHere | null {
  if (about.length === 0) return null
  const form = formOf(base)
  for (const matter of about) {
    const found = formsOf(matter).get(form)
    if (found) return found
  }
  return null
}

function formsOf(matter: PageMatter): ReadonlyMap<string, MeantHere> {
  const known = byForm.get(matter)
  if (known) return known
  const forms = new Map<string, MeantHere>()
  for (const [label, key] of Object.entries(matter.means))
    forms.set(formOf(label), { key, score: 0.99, matter: matter.name })
  for (const [label, key] of Object.entries(matter.meansElse ?? {}))
    forms.set(formOf(label), { key, score: 0.85, matter: matter.name })
  byForm.set(matter, forms)
  return forms
}

/** A last one is another than this one, though a name may say either: 上次检查日期, 最近检查日期. */
function formOf(base: string): string {
  return `${/^(上|最近|最后|末次|前次)/.test(base) ? '-' : ''}${nameForm(base).full}`
}
