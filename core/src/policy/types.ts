/** The shapes of the policy: fields, code lists, sources of law, parameters, relations and rules. All of it is data. */

export type TableName = '借据' | '押品' | '保证人' | '支付' | '预警' | '催收' | '财务' | '档案'

export type FieldType =
  /** Free text; ids, phone and account numbers are text too. */
  | 'text'
  /** One value of a code list (`codeList`). */
  | 'code'
  /** Amount in 元, rounded to 分. */
  | 'money'
  /** Percent as people say it: 5.22 means 5.22 %. */
  | 'percent'
  | 'number'
  | 'date'
  /** Derived columns only. */
  | 'boolean'

export interface FieldAlias {
  readonly text: string
  /** Where the wording was seen: EAST, P1 (one bank's practice), L (counted in real ledgers), typical. */
  readonly seen: string
  /** Only in these tables, where the same words mean another field elsewhere (户名, 余额). */
  readonly tables?: readonly TableName[]
}

export interface Field {
  /** English key, as in the field dictionary (`loanNo`). */
  readonly key: string
  /** Chinese name: the column header of the standard template and the name in expressions (`借据号`). Unique. */
  readonly name: string
  readonly type: FieldType
  /** Unit of a number field: 元, %, 天, 月, 小时, 工作日, 次… */
  readonly unit?: string
  readonly codeList?: string
  /** Tables in which the field may stand; the first is its home. */
  readonly tables: readonly TableName[]
  readonly aliases: readonly FieldAlias[]
  /** Personal data: masked whenever it is shown again. */
  readonly privacy?: 'idNumber' | 'mobile' | 'account' | 'address' | 'name'
  readonly note?: string
  /** Computed before rules run, never read from a header. `from` names the fields it is computed from. */
  readonly derived?: { readonly from: readonly string[]; readonly how: string }
}

export interface CodeList {
  readonly id: string
  /** Ordered where the order means something (五级分类, 风险等级). */
  readonly ordered: boolean
  readonly values: readonly CodeValue[]
}

export interface CodeValue {
  readonly value: string
  /** Other spellings and codes that mean the same (正常类, 01, 1). */
  readonly synonyms: readonly string[]
}

/** How well a source was seen. `bank` is one bank's practice or a default of ours (shown as 默认值); `unverified` is shown as 依据待核. */
export type SourceStatus = 'verified' | 'secondary' | 'unverified' | 'bank'

export interface Source {
  readonly id: string
  readonly issuer: string
  /** Chinese title as it may be shown to users, without an article number unless that was verified. */
  readonly title: string
  readonly article?: string
  /** ISO dates. */
  readonly effective?: string
  readonly published?: string
  readonly repealed?: string
  readonly status: SourceStatus
  /** What it says, in our words (Chinese). */
  readonly says: string
}

export interface Parameter {
  /** English id (`firstCheckDays`) and Chinese name used as `参数.首次检查天数`. Both unique. */
  readonly id: string
  readonly name: string
  readonly type: 'number' | 'text' | 'date' | 'list'
  readonly unit?: string
  readonly note?: string
  readonly values: readonly ParameterValue[]
}

export interface ParameterValue {
  /** In force from / to (ISO dates, inclusive); absent = always. */
  readonly from?: string
  readonly to?: string
  /** Which date of the loan decides which value applies. Default `asOf`. */
  readonly basis?: 'asOf' | 'disburseDate' | 'maturityDate'
  /** Only for loans of this kind; the most specific match wins. */
  readonly for?: {
    readonly segment?: Segment
    readonly product?: string
    readonly tier?: string
    readonly collateralType?: string
  }
  readonly value: number | string | readonly string[]
  readonly source: string
}

export interface Relation {
  /** Name in expressions: 押品, 保证人, 同客户, 上期 … */
  readonly name: string
  readonly to: TableName
  readonly cardinality: 'one' | 'many'
  /** Field keys tried in order; each entry is a key, all of whose fields must be filled and equal. */
  readonly keys: readonly (readonly string[])[]
  /** Leave out the row itself (同客户 lists the customer's *other* loans). */
  readonly excludeSelf?: boolean
  /** Looks into the previous ledger. */
  readonly previous?: boolean
}

export type Severity = 'serious' | 'warning' | 'attention' | 'notice'
/** violation 违规: proved by cells. due 应办: a computed date, for worklists. lead 线索: a pattern a person must look into. */
export type FindingKind = 'violation' | 'due' | 'lead'
export type Grain = '借据' | '合同' | '授信额度' | '客户' | '押品池'
export type Segment = '对公' | '个人' | '普惠' | '涉农' | '集团'
export type RuleCategory =
  | 'DQ'
  | 'INS'
  | 'USE'
  | 'EWS'
  | 'CLS'
  | 'PRV'
  | 'COL'
  | 'GUA'
  | 'OVD'
  | 'EXT'
  | 'ARC'
  | 'CUS'
  | 'CMP'
  /** The fifteen missing rules and the twelve for a bare ledger. */
  | 'M'
  | 'B'
  /** A bank's own, from a policy pack. */
  | 'OWN'

export interface RuleCase {
  /** Unique in its rule: a, b, c … */
  readonly id: string
  readonly kind: FindingKind
  readonly severity: Severity
  /** FEEL; absent = always. */
  readonly applies?: string
  /** FEEL; true = hit, false = pass, null = incomplete. */
  readonly when: string
  /** Chinese, with `{FEEL expression}` placeholders: `逾期 {逾期天数} 天`. What is wrong. */
  readonly message: string
  /** Chinese: what to do. Never a collection method that the guidance forbids, never back-dating. */
  readonly remedy: string
  /** Source ids; at least one. */
  readonly sources: readonly string[]
  /** What the case is notRun without: field names (Chinese), related tables (`预警`) or a field of one (`上期.五级分类`). */
  readonly needs: readonly string[]
  /** Fields the case can do without, each with the value it then assumes (shown as 假定). */
  readonly optional?: Readonly<Record<string, number | string | null>>
  /** Kind `due` only: FEEL for the day by which it has to be done. */
  readonly dueDate?: string
}

export type ExampleValue = number | string | boolean | null
export type ExampleRow = Readonly<Record<string, ExampleValue>>

export interface RuleExample {
  /** Field name → value (dates as ISO text). null = blank cell; a field not named = no such column. Relations as lists of rows (one row for 上期). */
  readonly given: Readonly<Record<string, ExampleValue | ExampleRow | readonly ExampleRow[]>>
  /** ISO; default 2026-10-31. */
  readonly asOf?: string
  readonly outcome: 'hit' | 'pass' | 'incomplete' | 'notApplicable' | 'notRun'
  /** Which case reports, where it matters. */
  readonly case?: string
  readonly because?: string
}

export interface Rule {
  readonly id: string
  readonly category: RuleCategory
  readonly nameZh: string
  readonly nameEn: string
  readonly table: TableName
  readonly grain: Grain
  readonly segments: 'all' | readonly Segment[]
  /** Which loans it looks at, by the one shared predicate: open (default), openOrWrittenOff, any. */
  readonly scope?: 'open' | 'openOrWrittenOff' | 'any'
  readonly cases: readonly RuleCase[]
  readonly examples: readonly RuleExample[]
  /** A floor set by law: a bank's pack cannot weaken it unseen. */
  readonly legalFloor?: boolean
  readonly note?: string
}

export interface Policy {
  readonly id: string
  readonly version: string
  readonly fields: readonly Field[]
  readonly codeLists: readonly CodeList[]
  readonly sources: readonly Source[]
  readonly parameters: readonly Parameter[]
  readonly relations: readonly Relation[]
  readonly rules: readonly Rule[]
  /** Packs laid over the policy that comes with the product, in order. */
  readonly layers?: readonly PolicyLayer[]
  /** What every result has to say of those layers: what was switched off, where a floor of the law is weakened. */
  readonly notes?: readonly PolicyNote[]
}

export interface PolicyLayer {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly issuer: string
  readonly level: '总行' | '分行'
  /** Null: nobody signed it, so that only what tightens was taken. */
  readonly signedBy: { readonly signer: string; readonly keyFingerprint: string } | null
}

export interface PolicyNote {
  readonly code: string
  readonly message: string
  readonly rule?: string
}
