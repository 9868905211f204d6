import type { Icon, Shape } from '../../protocol/messages.ts'

export function drawIcon(document: Document, [root, ...inner]: Icon): Element {
  const draw = ([tag, attributes]: Shape): Element => {
    const shape = document.createElementNS('http://www.w3.org/2000/svg', tag)
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value)
    return shape
  }
  const icon = draw(root)
  icon.append(...inner.map(draw))
  return icon
}
