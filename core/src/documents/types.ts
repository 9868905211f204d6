import type { CheckOptions, Result, RowPlace } from '../check/index.ts'
import type { Answer, ChecklistBook } from '../checklist/index.ts'
import type { Checklists, StageId } from '../policy/checklists/index.ts'
import type { Severity } from '../policy/index.ts'
import type { Codec, ZipEntry } from '../workbook/index.ts'

export type DocumentKindId =
  | 'warningNotice'
  | 'companyReport'
  | 'personReport'
  | 'smallBusinessReport'
  | 'collectionNotice'
  | 'maturityNotice'
  | 'archiveGaps'
  | 'casePlan'
  | 'checklist'

export interface DocumentKind {
  readonly id: DocumentKindId
  /** Name of the template file too (`催收通知书.docx`). */
  readonly name: string
  /** Reports of different customers are one kind to a person who asks for 贷后检查报告. */
  readonly group: string
  /** One for each customer, with all the loans it speaks of, or one for each loan. */
  readonly per: '客户' | '借据'
  /** `customer`: leaves the bank; may name nothing of what the bank thinks of the loan. */
  readonly reader: 'bank' | 'customer'
  /** Chinese: what it is for. */
  readonly says: string
}

/** Why a document is due. */
export interface DueCondition {
  readonly kind: DocumentKindId
  /** FEEL over 借据; or the rules of which a finding makes it due. */
  readonly by:
    | { readonly when: string }
    | { readonly rules: readonly string[] }
    | { readonly severity: 'serious' }
  /** Chinese with `{FEEL}` placeholders. */
  readonly says: string
  readonly sources: readonly string[]
}

export interface DueDocument {
  readonly kind: DocumentKindId
  /** The loan that makes it due; for a kind per customer the first of the customer's. */
  readonly place: RowPlace
  readonly customer: string
  /** 借据号 of the loans that make it due; the sheet's row where a loan has none. */
  readonly loans: readonly string[]
  /** Chinese: why, one line for each reason. */
  readonly because: readonly string[]
  readonly sources: readonly string[]
}

/** What no ledger holds: written by the person who makes the documents. What is left out stays a blank to be filled. */
export interface BankDetails {
  readonly bankName?: string
  readonly orgName?: string
  readonly phone?: string
  readonly address?: string
  readonly complaintPhone?: string
  readonly supervisor?: string
  /** Of the paper: `2026年11月5日`; a blank line for the date where absent. */
  readonly issuedOn?: string
}

export interface DocumentOptions extends CheckOptions {
  readonly codec: Codec
  /** The check of the same ledger: waivers and packs are in it. */
  readonly result: Result
  readonly checklists?: Checklists
  /** Where the caller has one already. */
  readonly book?: ChecklistBook
  readonly bank?: BankDetails
  /** From which severity a finding makes a 风险预警通知书 due; serious unless told. */
  readonly noticeFrom?: Severity
  /** A bank's own templates; those that come with the product for the rest. */
  readonly templates?: ReadonlyMap<DocumentKindId, DocumentTemplate>
}

export interface MakeOptions {
  readonly stage?: StageId
  readonly loanType?: string
  /** What a person has ticked and written, for reports and checklists. */
  readonly answers?: readonly Answer[]
}

export interface MadeDocument {
  readonly kind: DocumentKindId
  /** `催收通知书-宏远精工机械有限公司-JJ2026001.docx`; holds no character that Windows refuses. */
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly customer: string
  readonly officer: string
  readonly loans: readonly string[]
  /** Names of what the ledger did not say: blank lines in the document. */
  readonly missing: readonly string[]
  readonly findings: number
}

export interface DocumentDesk {
  /** What is due, gravest kind first; of all loans unless told. */
  due(places?: readonly RowPlace[]): readonly DueDocument[]
  /** The report that suits this loan. */
  reportKind(place: RowPlace): DocumentKindId
  /** The name that the document will have; of two customers of one name the same. */
  fileName(kind: DocumentKindId, place: RowPlace): string
  /** Loans of the ledger, one for each document of this kind: a loan of each customer, or every loan not closed. */
  subjects(kind: DocumentKindId): readonly RowPlace[]
  /** One loan for each of the customers of these loans. */
  customersOf(places: readonly RowPlace[]): readonly RowPlace[]
  /** The loan's customer; customers of one name have keys of their own. */
  customerOf(place: RowPlace): { readonly key: string; readonly name: string }
  make(kind: DocumentKindId, place: RowPlace, options?: MakeOptions): Promise<Making>
}

export type Making =
  | { readonly ok: true; readonly document: MadeDocument }
  /** Chinese: why this document would not be true of this loan (a demand for a loan that is not overdue). */
  | { readonly ok: false; readonly message: string }

/** A template that was read and found right. */
export interface DocumentTemplate {
  readonly kind: DocumentKindId
  readonly fileName: string
  /** Its placeholders; loops with what stands in them. */
  readonly placeholders: readonly UsedPlaceholder[]
  /** Text of the parts that hold placeholders, by part name. */
  readonly texts: ReadonlyMap<string, string>
  /** All parts as they are packed, in their order. */
  readonly entries: readonly ZipEntry[]
}

/** A placeholder as it stands: a value, a list with what is said of each, or a condition with what depends on it. */
export interface UsedPlaceholder {
  readonly name: string
  readonly as: 'value' | 'each' | 'if' | 'unless'
  readonly inside: readonly UsedPlaceholder[]
}

/** What a template is filled with. Null: the ledger does not say; a blank line to be filled by hand. */
export type Value = string | boolean | null
export type ListEntry = Readonly<Record<string, Value>>
export type Values = Readonly<Record<string, Value | readonly ListEntry[]>>

export type TemplateFaultCode =
  | 'notADocument'
  | 'unknownName'
  | 'wrongPlace'
  | 'notForCustomer'
  | 'notClosed'
  | 'notOpened'
  | 'crossed'
  | 'brokenBraces'
  | 'fullWidthBraces'
  | 'forbiddenWords'
  | 'splitLoop'

export interface TemplateFault {
  readonly code: TemplateFaultCode
  readonly file: string
  /** Chinese: `正文第 12 段`, `第 2 个表格第 3 行第 1 格`, `页脚第 1 段`. */
  readonly place: string
  /** As written in the template; empty where it speaks of the whole file. */
  readonly placeholder: string
  /** Chinese: what is wrong, and what to write instead. */
  readonly message: string
}

export type TemplateReading =
  | { readonly ok: true; readonly template: DocumentTemplate }
  | { readonly ok: false; readonly faults: readonly TemplateFault[] }
