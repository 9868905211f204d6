/** Replace the characters from `start` up to `end` by `text`. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Spliced {
  readonly text: string
  /** The splices that turn the new text back into the old one. */
  readonly inverse: readonly Splice[]
}

/** Applies splices that do not overlap; several at one place keep the order given. */
export function applySplices(text: string, splices: readonly Splice[]): Spliced {
  const ordered = splices.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const inverse: Splice[] = []
  let result = ''
  let at = 0
  for (const splice of ordered) {
    if (splice.start < at) throw new RangeError('splices overlap')
    result += text.slice(at, splice.start)
    inverse.push({
      start: result.length,
      end: result.length + splice.text.length,
      text: text.slice(splice.start, splice.end),
    })
    result += splice.text
    at = splice.end
  }
  return { text: result + text.slice(at), inverse }
}
