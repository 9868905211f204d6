import type { MarkLevel } from '../../protocol/messages.ts'

/** Shapes on a 16 grid; text and border of a mark stand in the level's own colour. */
export const looks: Readonly<
  Record<MarkLevel, { readonly colour: string; readonly border: string; readonly name: string }>
> = {
  serious: { colour: '#b10e1c', border: '#b10e1c', name: '严重' },
  warning: { colour: '#835b00', border: '#b27c00', name: '警示' },
  attention: { colour: '#005ba1', border: '#005ba1', name: '关注' },
  notice: { colour: '#616161', border: '#616161', name: '提示' },
  incomplete: { colour: '#5c2e91', border: '#5c2e91', name: '无法判断' },
  ledger: { colour: '#242424', border: '#616161', name: '与台账不符' },
}

type Shape = readonly [tag: 'path' | 'circle' | 'rect', attributes: Readonly<Record<string, string>>]

const shapes: Readonly<Record<MarkLevel, readonly Shape[]>> = {
  serious: [
    ['path', { d: 'M8 .8 15.2 8 8 15.2.8 8z', fill: '#c50f1f' }],
    ['path', { d: 'M8 4.3v4.4M8 10.6v1.2', stroke: '#fff', 'stroke-width': '1.6' }],
  ],
  warning: [
    ['path', { d: 'M8 1 15.4 14.6H.6z', fill: '#eaa300', stroke: '#b27c00', 'stroke-width': '.8' }],
    ['path', { d: 'M8 5.6v4.2M8 11.5v1.3', stroke: '#242424', 'stroke-width': '1.6' }],
  ],
  attention: [
    ['circle', { cx: '8', cy: '8', r: '7', fill: '#006cbf' }],
    ['circle', { cx: '8', cy: '8', r: '3.4', fill: 'none', stroke: '#fff', 'stroke-width': '1.5' }],
  ],
  notice: [
    ['rect', { x: '1.5', y: '1.5', width: '13', height: '13', rx: '2.5', fill: '#616161' }],
    ['path', { d: 'M8 4v1.5M8 7v5', stroke: '#fff', 'stroke-width': '1.6' }],
  ],
  incomplete: [
    ['circle', { cx: '8', cy: '8', r: '6.4', fill: '#fff', stroke: '#5c2e91', 'stroke-width': '1.4' }],
    [
      'path',
      {
        d: 'M6 6.4c0-2.6 4-2.6 4 0 0 1.5-2 1.5-2 3M8 11v1.2',
        fill: 'none',
        stroke: '#5c2e91',
        'stroke-width': '1.4',
      },
    ],
  ],
  ledger: [
    ['rect', { x: '1.5', y: '1.5', width: '13', height: '13', rx: '2.5', fill: '#616161' }],
    [
      'path',
      { d: 'M4.5 6.4h7M4.5 9.6h7M10 4.2 6 11.8', stroke: '#fff', 'stroke-width': '1.3', fill: 'none' },
    ],
  ],
}

export function drawIcon(document: Document, level: MarkLevel): SVGSVGElement {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  for (const [name, value] of [
    ['viewBox', '0 0 16 16'],
    ['width', '12'],
    ['height', '12'],
    ['aria-hidden', 'true'],
  ] as const)
    icon.setAttribute(name, value)
  for (const [tag, attributes] of shapes[level]) {
    const shape = document.createElementNS('http://www.w3.org/2000/svg', tag)
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value)
    icon.append(shape)
  }
  return icon
}
