import { z } from 'zod'

import { parseIsoDay } from '../../calendar/index.ts'
import { packMessages } from './packMessages.ts'

// A bank's CSP forbids generated code, and even the probe for it is reported as a violation.
z.config({ jitless: true })

const words = packMessages.shape

/** Grows when a pack written for the old one would mean something else. */
export const packFormat = 1

/** No control characters: these words are shown in terminals, cells and pages. */
const text = z
  .string()
  .trim()
  .min(1, { error: words.emptyText })
  .regex(/^\P{Cc}*$/u, { error: words.controlCharacter })
const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: words.badDay })
  .refine(isDay, { error: words.badDay })
const tables = ['借据', '押品', '保证人', '支付', '预警', '催收', '财务', '档案'] as const
const table = z.enum(tables)
const ruleId = z.string().regex(/^[A-Z][A-Z0-9]{0,9}-\d{1,4}$/, { error: words.badRuleId })
const caseId = text.describe('规则里的一种情形，例如 a；不写即全部情形')
const basis = text.describe('依据：本行制度的名称和条款')

/** Chinese as a team lead writes it, or the English of the code. */
const severity = z
  .enum(['严重', '警示', '关注', '提示', 'serious', 'warning', 'attention', 'notice'], {
    error: words.severity,
  })
  .describe('级别：严重、警示、关注、提示')

const parameterValue = z.union([z.number(), z.string(), z.array(text).min(1)])

const parameterEntry = z
  .strictObject({
    value: parameterValue,
    unit: text.optional().describe('单位，只作核对：须与参数自己的单位相同'),
    from: isoDay.optional().describe('自何日起'),
    to: isoDay.optional().describe('至何日止'),
    basis: z
      .enum(['asOf', 'disburseDate', 'maturityDate'])
      .optional()
      .describe('按哪个日子取值：数据日期、放款日期或到期日'),
    for: z
      .strictObject({
        segment: z.enum(['对公', '个人', '普惠', '涉农', '集团']).optional(),
        product: text.optional(),
        tier: text.optional(),
        collateralType: text.optional(),
      })
      .optional()
      .describe('只对这一类贷款'),
    source: basis.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: ({ input }) => {
      const given = z.object({ from: z.string(), to: z.string() }).safeParse(input).data
      return words.dateOrder(given?.from ?? '', given?.to ?? '')
    },
  })

const parameter = z.union([
  z.number(),
  z.string(),
  z.array(text),
  parameterEntry,
  z.array(parameterEntry).min(1),
])

const switchedOff = z.strictObject({
  rule: text.describe('规则编号，例如 INS-012'),
  case: caseId.optional(),
  reason: z
    .string({ error: ({ input }) => (input === undefined ? words.missingReason : undefined) })
    .trim()
    .min(1, { error: words.missingReason })
    .describe('原因，检查结果里会显示'),
})

const changedSeverity = z.strictObject({
  rule: text,
  case: caseId.optional(),
  severity,
  reason: text.optional(),
})

const ownField = z.strictObject({
  key: z.string().regex(/^[a-z][a-zA-Z0-9]*$/, { error: words.badKey }),
  name: text.describe('中文名，写条件时用它'),
  type: z.enum(['text', 'code', 'money', 'percent', 'number', 'date']),
  unit: text.optional(),
  values: z.array(text).min(1).optional().describe('类型为 code 时的取值'),
  tables: z.array(table).min(1).optional().describe('所在的表，不写即借据'),
  aliases: z.array(text).optional().describe('台账里出现过的列名'),
  privacy: z.enum(['idNumber', 'mobile', 'account', 'address', 'name']).optional(),
  note: text.optional(),
})

const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
const plainRow = z.record(z.string(), plainValue)

const ownRule = z.strictObject({
  id: ruleId,
  name: text,
  table: table.optional(),
  grain: z.enum(['借据', '合同', '授信额度', '客户', '押品池']).optional(),
  segments: z
    .array(z.enum(['对公', '个人', '普惠', '涉农', '集团']))
    .min(1)
    .optional(),
  scope: z.enum(['open', 'openOrWrittenOff', 'any']).optional(),
  kind: z.enum(['violation', 'due', 'lead']).optional().describe('违规、应办或线索，不写即违规'),
  severity,
  applies: text.optional().describe('FEEL 条件：对哪些贷款'),
  when: text.describe('FEEL 条件：成立即报告'),
  message: text.describe('问题，可写 {字段名}'),
  remedy: text.describe('整改措施'),
  source: basis,
  needs: z.array(text).optional().describe('没有这些列就不执行；不写即条件里用到的列'),
  optional: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  dueDate: text.optional().describe('应办的日子（FEEL）'),
  examples: z
    .array(
      z.strictObject({
        given: z.record(z.string(), z.union([plainValue, plainRow, z.array(plainRow)])),
        asOf: isoDay.optional(),
        outcome: z.enum(['hit', 'pass', 'incomplete', 'notApplicable', 'notRun']),
        because: text.optional(),
      }),
    )
    .optional(),
  note: text.optional(),
})

const checklist = z.strictObject({
  id: text,
  name: text,
  applies: text.optional().describe('FEEL 条件：用于哪些贷款，不写即全部'),
  stages: z.array(text).min(1).optional(),
  source: basis,
  items: z
    .array(
      z.strictObject({
        id: text,
        text,
        applies: text.optional(),
        proof: text.optional().describe('FEEL 条件：台账数据能证明已办'),
        answer: z.enum(['tick', 'text']).optional(),
        due: text.optional(),
      }),
    )
    .min(1),
})

const locator = z.strictObject({
  /** Frames from the outside in, by name or address. */
  frames: z.array(text).optional(),
  selector: text.optional(),
  label: text.optional(),
  ordinal: z.number().int().min(0).optional().describe('同名标签中的第几个，从 0 起'),
})

/** How the fields of one page of a bank's system are found. */
export const pageMapSchema = z.strictObject({
  id: text,
  name: text.optional().describe('页面名称，例如 贷后检查录入'),
  version: text,
  host: text.describe('主机名，可写 *.bank.intra；写了端口才比较端口'),
  path: text.optional().describe('路径，* 代表任意一段'),
  title: text.optional().describe('标题或栏目中的字样'),
  shows: z.enum(['detail', 'edit', 'inspection', 'list', 'collateral', 'collection']),
  loanType: text.optional().describe('这一页的清单：贷款类型'),
  stage: text.optional().describe('这一页的清单：阶段'),
  only: z.boolean().optional().describe('只用这里列出的字段，页面上的其他内容不作识别'),
  fields: z.array(
    z.strictObject({
      field: text,
      at: locator,
      unit: text.optional(),
      required: z.union([z.boolean(), text]).optional(),
    }),
  ),
  grids: z
    .array(
      z.strictObject({
        table: table.describe('这个表格是哪种台账'),
        at: locator.describe('label 写表格标题或任意一个列名'),
        columns: z
          .record(z.string(), z.string())
          .describe('列名 → 字段，写空即不用这一列；没有写的列自动识别'),
      }),
    )
    .optional(),
})

const signature = z.strictObject({
  algorithm: z.literal('ECDSA-P256-SHA256'),
  signer: text,
  signedAt: isoDay,
  publicKey: text,
  value: z.string(),
})

/** A bank's or branch's own layer over the policy that comes with the product, as written in `*.postloan.json`. */
export const packSchema = z
  .strictObject({
    $schema: z.string().optional(),
    document: z.literal('postloan.policy', { error: words.badDocument }),
    format: z.literal(packFormat, { error: words.newerFormat }),
    id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, { error: words.badId }),
    title: text.describe('名称，例如 某某分行贷后管理参数'),
    version: text,
    issuer: text.describe('发布机构'),
    level: z.enum(['总行', '分行']).describe('总行先于分行，后者在前者之上修改'),
    issued: isoDay.optional(),
    note: text.optional(),
    parameters: z
      .record(z.string(), parameter)
      .optional()
      .describe('参数中文名 → 数值，或按日期、贷款种类的一组取值'),
    switchedOff: z.array(switchedOff).optional(),
    severities: z.array(changedSeverity).optional(),
    aliases: z.record(z.string(), z.array(text).min(1)).optional().describe('已有字段 → 本行的列名'),
    fields: z.array(ownField).optional(),
    rules: z.array(ownRule).optional(),
    checklists: z.array(checklist).optional(),
    pageMaps: z.array(pageMapSchema).optional(),
    signature: signature.optional(),
  })
  .describe('贷后助手策略包')

export type Pack = z.infer<typeof packSchema>
export type PackRule = NonNullable<Pack['rules']>[number]
export type PackField = NonNullable<Pack['fields']>[number]
export type PackParameterEntry = z.infer<typeof parameterEntry>
export type PackParameter = z.infer<typeof parameter>
export type PackPageMap = z.infer<typeof pageMapSchema>
export type PackSeverity = z.infer<typeof severity>

/** Shape of a pack as JSON Schema (draft 2020-12), for editors that complete and check while one types. */
export function packJsonSchema(): string {
  const schema = z.toJSONSchema(packSchema, { io: 'input' })
  return `${JSON.stringify({ $comment: 'Generated from the pack schema; do not edit.', ...schema }, null, 2)}\n`
}

function isDay(written: string): boolean {
  return !Number.isNaN(parseIsoDay(written))
}
