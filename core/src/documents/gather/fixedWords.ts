import type { RowPlace } from '../../check/index.ts'
import { kindOf } from '../kinds.ts'
import { quietHours } from '../lintTemplate.ts'
import { messages } from '../messages.ts'
import { aboutCustomer, letterFields } from '../placeholders.ts'
import type { Value } from '../types.ts'
import { longDay, type Cells } from './cells.ts'
import type { Ground, Subject } from './ground.ts'

/** A letter may show what is agreed and owed, and of a customer only what is the same for all its loans. */
export function fieldValue(name: string, { kind, place, loans }: Subject, { cells }: Ground): Value {
  const field = cells.fieldByName.get(name)
  if (!field) return null
  const { per, reader } = kindOf(kind)
  if (reader === 'customer' && !letterFields.includes(name)) return null
  if (per === '客户' && !aboutCustomer.has(name)) return null
  const value = cells.value(field.key, place)
  if (field.type === 'boolean') return value === true
  // one row of a customer may have been left blank where another is filled
  for (const loan of [place, ...(per === '客户' ? loans : [])]) {
    const found = cells.words(field, loan)
    if (found !== null) return found
  }
  return null
}

export function fixedWords(subject: Subject, { options, cells }: Ground): Record<string, () => Value> {
  const { bank = {}, policy, result } = options
  const { place } = subject
  const hours = quietHours(policy, result.asOf)
  return {
    数据日期: () => (result.asOf === null ? null : longDay(result.asOf)),
    文书名称: () => kindOf(subject.kind).name,
    银行名称: () => bank.bankName ?? null,
    机构名称: () => bank.orgName ?? cells.text('orgName', place),
    经办电话: () => bank.phone ?? null,
    经办地址: () => bank.address ?? null,
    投诉电话: () => bank.complaintPhone ?? null,
    主管: () => bank.supervisor ?? null,
    // signed and dated by hand unless told: a blank that is meant, so nothing to be supplied
    制发日期: () => bank.issuedOn ?? messages.blankDay,
    称谓: () => youOf(place, cells),
    送达时段: () => messages.hours(hours.to, hours.from),
  }
}

function youOf(place: RowPlace, cells: Cells): string {
  const kinds = [cells.text('customerType', place), cells.text('segment', place)]
  if (kinds.some((kind) => kind !== null && /个人|自然人|农户/u.test(kind))) return messages.you.person
  if (kinds.some((kind) => kind !== null && /对公|公司|企业|集团/u.test(kind))) return messages.you.firm
  return cells.text('uscc', place) === null ? messages.you.unknown : messages.you.firm
}
