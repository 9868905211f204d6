export interface Edge {
  readonly style: string
  readonly color: string
}

/** How a cell looks. Colours are `#RRGGBB`; a null fill is none. */
export interface Look {
  readonly numberFormat: string
  readonly fill: string | null
  readonly color: string
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: string
  readonly strikethrough: boolean
  readonly size: number
  readonly font: string
  readonly horizontal: string
  readonly vertical: string
  readonly wrap: boolean
  readonly indent: number
  readonly locked: boolean
  readonly formulaHidden: boolean
  readonly edgeTop: Edge | null
  readonly edgeBottom: Edge | null
  readonly edgeLeft: Edge | null
  readonly edgeRight: Edge | null
}

export const PLAIN_LOOK: Look = {
  numberFormat: 'General',
  fill: null,
  color: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  size: 11,
  font: '等线',
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  locked: true,
  formulaHidden: false,
  edgeTop: null,
  edgeBottom: null,
  edgeLeft: null,
  edgeRight: null,
}

export interface Style {
  readonly look: Look
  /** The cell format of the file that this one is or grew out of. */
  readonly origin: number
  /** What differs from the origin; empty for the file's own. */
  readonly patch: Partial<Look>
}

/** Every cell style of a workbook by number; the file's cell formats come first, under their own numbers. */
export class Styles {
  readonly list: Style[] = []
  readonly #derived = new Map<string, number>()

  constructor(fromFile: readonly Look[] = [PLAIN_LOOK]) {
    for (const [origin, look] of fromFile.entries()) this.list.push({ look, origin, patch: {} })
  }

  look(style: number): Look {
    return this.list[style]?.look ?? this.list[0]?.look ?? PLAIN_LOOK
  }

  /** The style that is this one with a change; a change that leads back to the file's format gives that format. */
  derive(style: number, change: Partial<Look>): number {
    const from = this.list[style] ?? this.list[0]
    if (!from) return 0
    const origin = this.list[from.origin] ?? from
    const merged = { ...from.patch, ...change }
    const patch = Object.fromEntries(
      Object.entries(merged)
        .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(origin.look[key as keyof Look]))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
    if (Object.keys(patch).length === 0) return from.origin
    const key = `${from.origin} ${JSON.stringify(patch)}`
    const known = this.#derived.get(key)
    if (known !== undefined) return known
    const made = this.list.push({ look: { ...origin.look, ...patch }, origin: from.origin, patch }) - 1
    this.#derived.set(key, made)
    return made
  }
}
