import { type RefObject, useEffect, useRef } from 'react'

/** Calls back when Esc is pressed inside an element and nothing in it took the key. */
export function useEscape(element: RefObject<HTMLElement | null>, onEscape: (() => void) | null): void {
  const current = useRef(onEscape)
  useEffect(() => {
    current.current = onEscape
  })
  useEffect(() => {
    const box = element.current
    if (!box) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || !current.current) return
      event.preventDefault()
      current.current()
    }
    box.addEventListener('keydown', onKey)
    return () => box.removeEventListener('keydown', onKey)
  }, [element])
}
