import { type RefObject, useEffect } from 'react'

const stops = 'button, input, select, textarea, a[href], [tabindex]:not([tabindex="-1"])'

/**
 * Where a form or a question goes away with the focus in it, the focus goes back to what opened it, or to what now
 * stands in its place: who works with the keyboard does not begin again at the top of the page.
 */
export function useFocusBack(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = element.current
    const opener = document.activeElement
    const parent = box?.parentElement ?? null
    const before = box?.previousElementSibling ?? null
    return () => {
      const now = document.activeElement
      if (now !== null && now !== document.body && !box?.contains(now)) return
      const isOpen = opener instanceof HTMLElement && opener !== document.body && opener.isConnected
      const target = isOpen ? opener : nextStop(parent, before)
      target?.focus()
    }
  }, [element])
}

/** The first stop in `parent` behind `before`. */
function nextStop(parent: Element | null, before: Element | null): HTMLElement | null {
  if (!parent?.isConnected) return null
  const behind = (one: Element): boolean =>
    !before?.isConnected ||
    (!before.contains(one) && (before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
  return [...parent.querySelectorAll<HTMLElement>(stops)].find(behind) ?? null
}
