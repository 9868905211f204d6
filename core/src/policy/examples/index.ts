import { arcExamples } from './arc.ts'
import { bExamples } from './b.ts'
import { clsExamples } from './cls.ts'
import { cmpExamples } from './cmp.ts'
import { colExamples } from './col.ts'
import { cusExamples } from './cus.ts'
import { dqExamples } from './dq.ts'
import { ewsExamples } from './ews.ts'
import type { ExamplesByRule } from './examplesByRule.ts'
import { extExamples } from './ext.ts'
import { guaExamples } from './gua.ts'
import { insExamples } from './ins.ts'
import { mExamples } from './m.ts'
import { ovdExamples } from './ovd.ts'
import { prvExamples } from './prv.ts'
import { useExamples } from './use.ts'

/**
 * Examples that a rule's own file has no room for. Together with those every case shows what it says: hit, pass, what it
 * cannot tell, and to what it does not apply, wherever each can be.
 */
export const furtherExamples: ExamplesByRule = {
  ...dqExamples,
  ...insExamples,
  ...useExamples,
  ...ewsExamples,
  ...clsExamples,
  ...prvExamples,
  ...colExamples,
  ...guaExamples,
  ...ovdExamples,
  ...extExamples,
  ...arcExamples,
  ...cusExamples,
  ...cmpExamples,
  ...bExamples,
  ...mExamples,
}
