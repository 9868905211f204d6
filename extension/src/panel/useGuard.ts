import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** How long nothing may have covered us before a click counts: a cover that is pulled away under the finger is one too. */
const clearFor = 400

/** Version 2 adds the last two, which TypeScript's own types lack. */
const settings: IntersectionObserverInit & { readonly trackVisibility: boolean; readonly delay: number } = {
  threshold: [0, 0.5, 1],
  trackVisibility: true,
  delay: 100,
}

/**
 * Whether a press in this frame is a person's, who saw what was pressed. Our own pages are nobody else's to cover; a frame
 * in a bank's page may be: there the browser must say that nothing lies over it (IntersectionObserver v2), and that the
 * person did something just now. Where it cannot say so nothing is taken; the side panel is the way.
 */
export function useGuard(framed: boolean, root: RefObject<HTMLElement | null>): () => boolean {
  const clearSince = useRef<number | null>(null)
  useEffect(() => {
    const element = root.current
    if (!framed || !element) return
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const clear = 'isVisible' in entry && entry.isVisible === true
        clearSince.current = clear ? (clearSince.current ?? performance.now()) : null
      }
    }, settings)
    observer.observe(element)
    return () => observer.disconnect()
  }, [framed, root])
  return useCallback(() => {
    if (!framed) return true
    const acted = navigator.userActivation?.isActive ?? false
    return acted && clearSince.current !== null && performance.now() - clearSince.current >= clearFor
  }, [framed])
}
