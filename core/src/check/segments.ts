import type { Segment } from '../policy/index.ts'
import { isUnknown, valueAt, type Column } from '../table/index.ts'

/** What says whether a loan belongs to a segment; the first column that is there and filled decides. */
export const segmentEvidence: Readonly<Record<Segment, readonly SegmentEvidence[]>> = {
  对公: [{ field: 'segment', is: '对公' }],
  个人: [{ field: 'segment', is: '个人' }],
  普惠: [
    { field: 'isInclusive', is: '是' },
    { field: 'smallMicro', is: true },
  ],
  涉农: [{ field: 'isAgri', is: '是' }],
  // a blank group is no group; a ledger without the column cannot say
  集团: [{ field: 'groupName', is: 'filled' }],
}

interface SegmentEvidence {
  readonly field: string
  /** A value, or that there is any. */
  readonly is: string | boolean
}

/** 1 in the segment, 0 not, 2 cannot tell; one byte per row. */
export function segmentTruth(
  segment: Segment,
  column: (field: string) => Column | undefined,
  rowCount: number,
): Uint8Array {
  const truth = new Uint8Array(rowCount).fill(2)
  for (const { field, is } of [...segmentEvidence[segment]].reverse()) {
    const cells = column(field)
    if (!cells) continue
    for (let row = 0; row < rowCount; row += 1) {
      const value = valueAt(cells, row)
      if (is === 'filled') {
        if (!isUnknown(cells, row)) truth[row] = value === null ? 0 : 1
      } else if (value !== null) truth[row] = value === is ? 1 : 0
    }
  }
  return truth
}

/** Fields whose absence leaves a segment undecided. */
export function segmentFields(segment: Segment): readonly string[] {
  return segmentEvidence[segment].map((item) => item.field)
}
