import { type RefCallback, useCallback, useState } from 'react'

/** How much of the scrolled area is covered by what sticks to its top; 0 where it scrolls away with the rest. */
export function useStuckHeight(): readonly [RefCallback<HTMLElement>, number] {
  const [height, setHeight] = useState(0)
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const measure = (): void =>
      setHeight(getComputedStyle(element).position === 'sticky' ? element.offsetHeight : 0)
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [])
  return [ref, height]
}
