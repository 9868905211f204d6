import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'

/** What a row's own button has to carry. */
export interface RowButtonProps {
  readonly 'data-row': ''
  readonly tabIndex: 0 | -1
}

interface VirtualListProps {
  readonly count: number
  readonly label: string
  /** What scrolls: the list stands in it, perhaps below other things. */
  readonly scroller: RefObject<HTMLElement | null>
  /** Height in pixels; `null` where it has to be measured (the open card). */
  readonly heightOf: (index: number) => number | null
  readonly keyOf: (index: number) => string
  readonly renderRow: (index: number, button: RowButtonProps) => ReactNode
  /** True where the key was taken care of. */
  readonly onKey?: (index: number, key: string) => boolean
  /** The row to be shown and to take the focus next; a new object asks again. */
  readonly focusRequest?: { readonly index: number } | null
}

const overscan = 300
const guess = 320

/** A list of any length of which only what can be seen is in the page. One row is in the tab order; arrows move. */
export function VirtualList(props: VirtualListProps) {
  const { count, heightOf, keyOf, scroller, onKey, focusRequest } = props
  const list = useRef<HTMLUListElement>(null)
  const [measured, setMeasured] = useState<ReadonlyMap<string, number>>(new Map())
  const [active, setActive] = useState(0)
  const [view, setView] = useState({ top: 0, bottom: 1200 })
  const focusNext = useRef<number | null>(null)

  const tops = useMemo(() => {
    const all = new Float64Array(count + 1)
    for (let index = 0; index < count; index += 1) {
      all[index + 1] = (all[index] ?? 0) + (heightOf(index) ?? measured.get(keyOf(index)) ?? guess)
    }
    return all
  }, [count, heightOf, keyOf, measured])

  const look = useCallback(() => {
    const box = scroller.current
    if (!box || !list.current) return
    const top = box.getBoundingClientRect().top - list.current.getBoundingClientRect().top
    const bottom = top + box.clientHeight
    setView((before) =>
      Math.abs(before.top - top) < overscan / 4 && Math.abs(before.bottom - bottom) < overscan / 4
        ? before
        : { top, bottom },
    )
  }, [scroller])

  useLayoutEffect(look, [look, tops])
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const sizes = new ResizeObserver(look)
    sizes.observe(box)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [scroller, look])

  const first = rowAt(tops, view.top - overscan)
  const last = Math.min(count - 1, rowAt(tops, view.bottom + overscan))
  const current = Math.min(active, count - 1)
  // the row in the tab order stays in the page, or the keyboard would lose its place by scrolling
  const shown = range(first, last)
  if (current >= 0 && (current < first || current > last)) shown.push(current)

  const moveTo = useCallback(
    (index: number) => {
      const to = Math.max(0, Math.min(count - 1, index))
      // a row that is not in the page yet takes the focus once it is
      focusNext.current = focusRow(list.current, to) ? null : to
      setActive(to)
      reveal(scroller.current, list.current, tops[to] ?? 0, tops[to + 1] ?? 0)
    },
    [count, scroller, tops],
  )

  useLayoutEffect(() => {
    if (focusNext.current !== null && focusRow(list.current, focusNext.current)) focusNext.current = null
  })
  // asked for once: rows that move later do not take the focus again
  const answered = useRef<object | null>(null)
  useEffect(() => {
    if (!focusRequest || answered.current === focusRequest) return
    answered.current = focusRequest
    moveTo(focusRequest.index)
  }, [focusRequest, moveTo])

  const press = useRef<(event: KeyboardEvent) => void>(() => undefined)
  useEffect(() => {
    press.current = (event) => {
      const index = indexOf(event.target)
      if (index === null || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
      const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 }[event.key]
      if (to === undefined && !onKey?.(index, event.key)) return
      event.preventDefault()
      if (to !== undefined) moveTo(to)
    }
  })
  useEffect(() => {
    const box = list.current
    if (!box) return
    const onPress = (event: KeyboardEvent): void => press.current(event)
    const onFocus = (event: FocusEvent): void => {
      const index = indexOf(event.target)
      if (index !== null) setActive(index)
    }
    box.addEventListener('keydown', onPress)
    box.addEventListener('focusin', onFocus)
    return () => {
      box.removeEventListener('keydown', onPress)
      box.removeEventListener('focusin', onFocus)
    }
  }, [])
  const remember = useCallback(
    (key: string, height: number) =>
      setMeasured((before) => (before.get(key) === height ? before : new Map(before).set(key, height))),
    [],
  )

  return (
    <ul ref={list} aria-label={props.label} className="pl-list" style={{ height: tops[count] ?? 0 }}>
      {shown.map((index) => (
        <Row
          key={keyOf(index)}
          name={keyOf(index)}
          index={index}
          count={count}
          top={tops[index] ?? 0}
          height={heightOf(index)}
          onMeasure={remember}
        >
          {props.renderRow(index, {
            'data-row': '',
            tabIndex: index === current ? 0 : -1,
          })}
        </Row>
      ))}
    </ul>
  )
}

interface RowProps {
  readonly name: string
  readonly index: number
  readonly count: number
  readonly top: number
  readonly height: number | null
  readonly onMeasure: (name: string, height: number) => void
  readonly children: ReactNode
}

function Row({ name, index, count, top, height, onMeasure, children }: RowProps) {
  const box = useRef<HTMLLIElement>(null)
  const isMeasured = height === null
  useLayoutEffect(() => {
    if (!isMeasured || !box.current) return
    const element = box.current
    const measure = (): void => onMeasure(name, element.getBoundingClientRect().height)
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [isMeasured, name, onMeasure])
  return (
    <li
      ref={box}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-index={index}
      className="pl-list-row"
      style={{ transform: `translateY(${top}px)`, ...(height === null ? {} : { height }) }}
    >
      {children}
    </li>
  )
}

function focusRow(list: HTMLElement | null, index: number): boolean {
  const row = list?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row]`)
  row?.focus({ preventScroll: true })
  return row !== null && row !== undefined
}

/** The row whose own button this is; null for what stands inside an open row. */
function indexOf(target: EventTarget | null): number | null {
  if (!(target instanceof HTMLElement) || target.dataset['row'] === undefined) return null
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index']
  return index === undefined ? null : Number(index)
}

/** The row that stands at this height: the last whose top is not below it. */
function rowAt(tops: Float64Array, height: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= height) low = middle
    else high = middle - 1
  }
  return low
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

/** Scrolls no further than needed for a row to be seen below what is stuck to the top. */
function reveal(box: HTMLElement | null, list: HTMLElement | null, top: number, bottom: number): void {
  if (!box || !list) return
  const offset = list.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop
  const stuck = Number.parseFloat(getComputedStyle(box).scrollPaddingTop) || 0
  if (offset + top < box.scrollTop + stuck) box.scrollTop = offset + top - stuck
  else if (offset + bottom > box.scrollTop + box.clientHeight)
    box.scrollTop = Math.min(offset + top - stuck, offset + bottom - box.clientHeight)
}
