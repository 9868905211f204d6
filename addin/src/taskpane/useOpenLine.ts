import { useEffect, useMemo, useState } from 'react'

import type { FindingLines, ResultState } from '../session/types.ts'
import { paneWords } from './paneWords.ts'
import { usePaneFrame } from './usePane.tsx'

interface Place {
  readonly rule: string
  readonly table: number
  readonly row: number
}

/**
 * The open finding. Lines move when the ledger is edited: the one that is open is found again by its rule and row, and
 * where it is gone it closes and that is said.
 */
export function useOpenLine(
  result: ResultState,
  first: number | null,
): readonly [number | null, (line: number | null) => void] {
  const { announce } = usePaneFrame()
  const { lines } = result
  const [open, setOpen] = useState(() => (first === null ? null : placeOf(lines, first)))
  const line = useMemo(() => (open ? findLine(lines, open) : null), [lines, open])
  const isGone = open !== null && line === null
  useEffect(() => {
    if (isGone) announce(paneWords.announce.gone)
  }, [isGone, announce])
  return [line, (wanted) => setOpen(wanted === null ? null : placeOf(lines, wanted))]
}

function placeOf(lines: FindingLines, line: number): Place {
  return {
    rule: lines.rules[lines.ruleOf[line] ?? 0] ?? '',
    table: lines.tables[line] ?? 0,
    row: lines.tableRows[line] ?? 0,
  }
}

function findLine(lines: FindingLines, place: Place): number | null {
  const rule = lines.rules.indexOf(place.rule)
  for (let line = 0; line < lines.length; line += 1) {
    if (
      lines.ruleOf[line] === rule &&
      lines.tableRows[line] === place.row &&
      lines.tables[line] === place.table
    ) {
      return line
    }
  }
  return null
}
