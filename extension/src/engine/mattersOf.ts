import type { PageMatter } from '@postloan/core/policy'
import { anyPage, pageMatters } from '@postloan/core/policy'

import type { JoinedPage } from './joinFrames.ts'

/** Matters that a page may be about beside a narrower one: any kind of check, anything of a customer. */
const broad = new Set(['例行检查', '客户'])

/** What the page is about, by its heading and the titles of its frames. */
export function matterOfPage(page: JoinedPage): PageMatter | null {
  const titles = [page.title, ...page.frames.map(({ report }) => report.frame.title)]
  for (const title of titles) {
    const matter = matterOfSection(title)
    if (matter) return matter
  }
  return null
}

/** What a field's label may take its meaning from: its section, where the page is about nothing narrower, then the page. */
export function mattersAround(section: string | undefined, page: PageMatter | null): readonly PageMatter[] {
  const own = section ? matterOfSection(section) : null
  const both = page && !broad.has(page.name) ? [page, own, anyPage] : [own, page, anyPage]
  return both.flatMap((matter) => matter ?? [])
}

export function matterOfSection(title: string): PageMatter | null {
  const plain = title.replaceAll(/\s/gu, '')
  return (
    pageMatters.find(({ titles }) => titles.some((words) => plain.includes(words.replaceAll(' ', '')))) ??
    null
  )
}
