import type { ReactNode } from 'react'

/** What was done, and what was not; no picture. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="pl-empty">
      <p className="pl-heading">{title}</p>
      {children ? <p className="pl-quiet">{children}</p> : null}
    </div>
  )
}
