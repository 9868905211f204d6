import { z } from 'zod'

import { parseIsoDay } from '../../calendar/index.ts'
import { maskWithin } from '../mask.ts'
import { waiverFormat } from './emptyWaivers.ts'
import { waiverWords } from './waiverMessages.ts'

// A bank's CSP forbids generated code, and even the probe for it is reported as a violation.
z.config({ jitless: true })

const words = waiverWords.shape

/** No control characters: these words are shown in terminals, cells and pages. */
const text = z
  .string()
  .trim()
  .min(1, { error: words.emptyText })
  .max(500, { error: words.tooLong })
  .regex(/^\P{Cc}*$/u, { error: words.controlCharacter })
/** What people write in: never the number of a person's ID card or phone. */
const spoken = text.refine((written) => maskWithin(written) === written, { error: words.personal })
const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: words.badDay })
  .refine((written) => !Number.isNaN(parseIsoDay(written)), { error: words.badDay })
const severity = z.enum(['serious', 'warning', 'attention', 'notice'], { error: words.severity })

const about = {
  id: text.describe('本条的编号，各文件合并时靠它对应'),
  rule: text.describe('规则编号，例如 CLS-002'),
  keyKind: text.describe('编号的种类：loanNo 借据号、contractNo 合同号、customer 客户……'),
  key: text.describe('借据号、合同号或客户编号；可能是个人号码的只存散列，以 # 开头'),
  childKey: text.optional().describe('押品、预警等登记行自己的编号'),
  ordinal: z.number().int().positive().optional().describe('编号相同的几行中的第几行，从 0 起'),
  label: spoken.optional().describe('给人看的名称，不参与对应'),
  by: spoken.describe('谁'),
  on: isoDay.describe('哪一天'),
  withdrawn: z.looseObject({ by: spoken, on: isoDay }).optional().describe('已撤销：谁、哪一天'),
}

/** Members that this version does not know are kept: a later one may have written them. */
const waiver = z.looseObject({
  ...about,
  case: text.optional().describe('规则里的一种情形；不写即该规则的各种情形'),
  severity: severity.describe('豁免时的级别；级别变重后不再覆盖'),
  outcome: z
    .enum(['hit', 'incomplete'], { error: words.outcome })
    .optional()
    .describe('incomplete：只豁免“无法判断”'),
  kind: z
    .enum(['violation', 'due', 'lead'], { error: words.kind })
    .optional()
    .describe('due：只豁免应办，不覆盖违规和线索'),
  reason: spoken.describe('原因'),
  until: isoDay.describe('有效至（含当日），与台账的数据日期比'),
})

const report = z.looseObject({
  ...about,
  case: text.describe('规则里的一种情形'),
  what: spoken.describe('错在哪里'),
  policy: text.describe('当时政策的指纹'),
})

/** Waived findings and findings reported as wrong, as kept beside a ledger in `*.postloan-waivers.json`. */
export const waiverFileSchema = z
  .looseObject({
    $schema: z.string().optional(),
    document: z.literal('postloan.waivers', { error: words.badDocument }),
    format: z.literal(waiverFormat, { error: words.newerFormat }),
    waivers: z.array(waiver),
    reports: z.array(report),
  })
  .superRefine((file, context) => {
    const seen = new Set<string>()
    for (const list of ['waivers', 'reports'] as const) {
      file[list].forEach(({ id }, at) => {
        if (seen.has(id)) {
          context.addIssue({ code: 'custom', message: words.idTwice(id), path: [list, at, 'id'] })
        }
        seen.add(id)
      })
    }
  })
  .describe('贷后助手豁免与报告有误清单')

export type WaiverFile = z.infer<typeof waiverFileSchema>
export type Waiver = z.infer<typeof waiver>
export type WrongReport = z.infer<typeof report>

/** Shape of a waivers file as JSON Schema (draft 2020-12). */
export function waiverJsonSchema(): string {
  const schema = z.toJSONSchema(waiverFileSchema, { io: 'input' })
  return `${JSON.stringify({ $comment: 'Generated from the waiver schema; do not edit.', ...schema }, null, 2)}\n`
}
