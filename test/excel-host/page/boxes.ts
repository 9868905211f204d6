/** An empty element of the grid. */
export function box(className: string): HTMLDivElement {
  const element = document.createElement('div')
  element.className = className
  return element
}

/** Puts an element where it belongs, in pixels. */
export function place(element: HTMLElement, x: number, y: number, width: number, height: number): void {
  element.style.left = `${x}px`
  element.style.top = `${y}px`
  element.style.width = `${width}px`
  element.style.height = `${height}px`
}
