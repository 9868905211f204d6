import { findingFlags, severitiesInOrder } from '@postloan/core/ui'
import { expect, test } from 'vitest'

import { lineFlags, severityOrder } from '../session/types.ts'

test('the session and the lists count severities and flags alike', () => {
  expect(findingFlags).toEqual(lineFlags)
  expect(severitiesInOrder).toEqual(severityOrder)
})
