import { type FindingTab, groupIncomplete, linesOfTab, type MissingGroup } from '@postloan/core/ui'
import { useMemo } from 'react'

import type { ResultState } from '../session/types.ts'

interface LinesByTab {
  readonly lines: Readonly<Record<FindingTab, Int32Array>>
  readonly missing: readonly MissingGroup[]
}

/** The lines of each tab; made again only where the findings changed. */
export function useLinesByTab({ lines: columns }: ResultState): LinesByTab {
  return useMemo(() => {
    const lines = {
      findings: linesOfTab(columns, 'findings'),
      due: linesOfTab(columns, 'due'),
      incomplete: linesOfTab(columns, 'incomplete'),
      waived: linesOfTab(columns, 'waived'),
    }
    return { lines, missing: groupIncomplete(columns, lines.incomplete) }
  }, [columns])
}
