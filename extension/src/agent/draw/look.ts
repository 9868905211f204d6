import type { Look, Shape } from '../../protocol/messages.ts'
import { sheet } from './sheet.ts'

const grid: Shape = ['svg', { viewBox: '0 0 16 16', width: '12', height: '12', 'aria-hidden': 'true' }]

/** What marks look like, told to the agents by the engine; colours of the levels are in the sheet. */
export const markLook: Look = {
  sheet,
  icons: {
    serious: [
      grid,
      ['path', { d: 'M8 .8 15.2 8 8 15.2.8 8z', fill: '#c50f1f' }],
      ['path', { d: 'M8 4.3v4.4M8 10.6v1.2', stroke: '#fff', 'stroke-width': '1.6' }],
    ],
    warning: [
      grid,
      ['path', { d: 'M8 1 15.4 14.6H.6z', fill: '#eaa300', stroke: '#b27c00', 'stroke-width': '.8' }],
      ['path', { d: 'M8 5.6v4.2M8 11.5v1.3', stroke: '#242424', 'stroke-width': '1.6' }],
    ],
    attention: [
      grid,
      ['circle', { cx: '8', cy: '8', r: '7', fill: '#006cbf' }],
      ['circle', { cx: '8', cy: '8', r: '3.4', fill: 'none', stroke: '#fff', 'stroke-width': '1.5' }],
    ],
    notice: [
      grid,
      ['rect', { x: '1.5', y: '1.5', width: '13', height: '13', rx: '2.5', fill: '#616161' }],
      ['path', { d: 'M8 4v1.5M8 7v5', stroke: '#fff', 'stroke-width': '1.6' }],
    ],
    incomplete: [
      grid,
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
      grid,
      ['rect', { x: '1.5', y: '1.5', width: '13', height: '13', rx: '2.5', fill: '#616161' }],
      [
        'path',
        { d: 'M4.5 6.4h7M4.5 9.6h7M10 4.2 6 11.8', stroke: '#fff', 'stroke-width': '1.3', fill: 'none' },
      ],
    ],
  },
}
