import { dayOf } from '@postloan/core/calendar'

import { firmCreditCode, personIdNumber } from '../../portfolio/identity.ts'
import { type Plant, type PlantedLoan, undecided, violation, textIn } from '../contract.ts'
import { both, drawnOn, rename, unsecured } from '../vary.ts'
import { fault, near } from './plant.ts'

const persons = ['个人经营抵押', '消费贷款', '住房按揭', '农户贷款']
const firms = ['企业流动资金', '小型企业抵押']

/** The text with its last character turned into another that the place allows. */
function wrongEnd(text: string, characters: string): string {
  const at = characters.indexOf(text.slice(-1))
  return text.slice(0, -1) + (characters[(at + 1) % characters.length] ?? '')
}

/** A number with an X at its end, its own for each loan. */
function numberEndingInX(loan: PlantedLoan): string {
  for (let sequence = loan.serial * 7; ; sequence++) {
    const number = personIdNumber(dayOf(1964, 1, 1) + (loan.serial % 9000), sequence)
    if (number.endsWith('X')) return number
  }
}

/** A code of the organisation part `part` (nine characters) with the right last character. */
function creditCodeOf(part: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const body = `91659099${part}`
  let sum = 0
  let weight = 1
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return body + alphabet.charAt((31 - (sum % 31)) % 31)
}

const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export const dqIdentityPlants: readonly Plant[] = [
  fault(violation('DQ-001', 'a'), '借据号空白', ['企业流动资金', '消费贷款', '住房按揭'], (loan) =>
    rename(loan, '借据号', null),
  ),
  fault(violation('DQ-001', 'b'), '两笔同号', ['消费贷款'], (loan, world) => {
    const other = world.newLoan('消费贷款')
    for (const one of [loan, other]) {
      unsecured(one)
    }
    drawnOn(other, Number(loan.row['放款日期']), 36)
    drawnOn(loan, Number(loan.row['放款日期']), 36)
    rename(other, '借据号', textIn(loan.row, '借据号'))
    loan.previous = null
    other.previous = null
    return [violation('DQ-001', 'b', other)]
  }),
  near('DQ-001', 'b', '同号不同币种', ['消费贷款'], (loan, world) => {
    const other = world.newLoan('消费贷款')
    for (const one of [loan, other]) {
      unsecured(one)
    }
    drawnOn(other, Number(loan.row['放款日期']), 36)
    drawnOn(loan, Number(loan.row['放款日期']), 36)
    rename(other, '借据号', textIn(loan.row, '借据号'))
    loan.previous = null
    other.previous = null
    both(other, { 币种: 'USD' })
  }),

  fault(
    violation('DQ-003', 'a'),
    '身份证末位错',
    persons,
    (loan) => rename(loan, '证件号码', wrongEnd(textIn(loan.row, '证件号码'), '0123456789')),
    [],
    { count: 16 },
  ),
  fault(violation('DQ-003', 'a'), '身份证少一位', persons, (loan) =>
    rename(loan, '证件号码', textIn(loan.row, '证件号码').slice(0, 17)),
  ),
  near('DQ-003', 'a', '末位小写 x', persons, (loan) =>
    rename(loan, '证件号码', numberEndingInX(loan).toLowerCase()),
  ),
  near('DQ-003', 'a', '打了码的号码', persons, (loan) => {
    const number = textIn(loan.row, '证件号码')
    rename(loan, '证件号码', `${number.slice(0, 6)}********${number.slice(14)}${loan.serial}`)
  }),
  fault(violation('DQ-003', 'b'), '十五位旧证', persons, (loan) => {
    const number = textIn(loan.row, '证件号码')
    rename(loan, '证件号码', number.slice(0, 6) + number.slice(8, 17))
  }),
  fault(violation('DQ-003', 'c'), '出生日期在数据日期之后', persons, (loan) =>
    rename(loan, '证件号码', personIdNumber(dayOf(2026, 11, 1) + loan.serial, loan.serial)),
  ),
  fault(violation('DQ-003', 'c'), '出生于 1900 年以前', persons, (loan) =>
    rename(loan, '证件号码', personIdNumber(dayOf(1899, 12, 31) - loan.serial, loan.serial)),
  ),
  // I stands in neither kind of number
  fault(violation('DQ-003', 'd'), '保证人证件号末位错', ['个人经营保证', '小型企业保证'], (loan) => {
    const number = `${textIn(loan.row, '保证人证件号').slice(0, 17)}I`
    both(loan, { 保证人证件号: number })
    for (const row of loan.registers.保证人) row['保证人证件号'] = number
  }),
  fault(violation('DQ-003', 'e'), '台账中的保证人证件号末位错', ['个人经营保证', '小型企业保证'], (loan) => {
    for (const row of loan.registers.保证人)
      row['保证人证件号'] = `${textIn(row, '保证人证件号').slice(0, 17)}I`
  }),

  fault(violation('DQ-004', 'a'), '信用代码末位错', firms, (loan) =>
    rename(loan, '统一社会信用代码', wrongEnd(textIn(loan.row, '统一社会信用代码'), creditCharacters)),
  ),
  fault(
    undecided('DQ-004', 'a'),
    '早期 M 开头代码末位错',
    firms,
    (loan) =>
      rename(
        loan,
        '统一社会信用代码',
        wrongEnd(creditCodeOf(`MA${1_000_000 + loan.serial}`), creditCharacters),
      ),
    [],
    { case: 'a' },
  ),
  near('DQ-004', 'a', 'M 开头代码正确', firms, (loan) =>
    rename(loan, '统一社会信用代码', creditCodeOf(`MA${1_000_000 + loan.serial}`)),
  ),
  fault(violation('DQ-004', 'b'), '仍登记组织机构代码', firms, (loan) =>
    rename(loan, '统一社会信用代码', `${10_000_000 + loan.serial}-X`),
  ),
  fault(violation('DQ-004', 'b'), '仍登记营业执照号', firms, (loan) =>
    rename(loan, '统一社会信用代码', String(110_000_000_000_000 + loan.serial * 7)),
  ),
  fault(violation('DQ-004', 'c'), '证件号码一栏的信用代码错', firms, (loan) =>
    rename(loan, '证件号码', wrongEnd(textIn(loan.row, '证件号码'), creditCharacters)),
  ),

  fault(violation('DQ-005', 'a'), '证件号成了科学计数', persons, (loan) =>
    rename(loan, '证件号码', `6.5909${loan.serial}E+17`),
  ),
  fault(violation('DQ-005', 'b'), '借据号成了科学计数', ['消费贷款'], (loan) => {
    unsecured(loan)
    rename(loan, '借据号', `2.0261${loan.serial}E+15`)
  }),
  fault(violation('DQ-005', 'c'), '账号成了科学计数', ['企业流动资金', '住房按揭'], (loan) =>
    rename(loan, '账号', `6.2179${loan.serial}E+18`),
  ),

  fault(violation('DQ-006', 'a'), '手机号少一位', persons, (loan) =>
    rename(loan, '联系电话', textIn(loan.row, '联系电话').slice(0, 10)),
  ),
  fault(violation('DQ-006', 'a'), '手机号段不存在', persons, (loan) =>
    rename(loan, '联系电话', `12${textIn(loan.row, '联系电话').slice(2)}`),
  ),
  near('DQ-006', 'a', '固定电话', persons, (loan) =>
    rename(loan, '联系电话', `0590-${6_590_000 + loan.serial}`),
  ),
  near('DQ-006', 'a', '两个号码加国别', persons, (loan) =>
    rename(loan, '联系电话', `+86-${textIn(loan.row, '联系电话')} / 154${30_000_000 + loan.serial}`),
  ),

  fault(violation('DQ-013', 'a'), '同客户号不同名', persons, (loan, world) => {
    const other = world.newLoanOf(loan)
    rename(other, '客户名称', `${textIn(loan.row, '客户名称')}甲`)
    for (const row of other.registers.押品) row['押品所有人'] = other.row['客户名称'] ?? null
    both(other, { 押品所有人: other.registers.押品.length > 0 ? (other.row['客户名称'] ?? null) : null })
  }),
  near('DQ-013', 'a', '只差括号的名称', firms, (loan, world) => {
    const other = world.newLoanOf(loan)
    rename(other, '客户名称', `${textIn(loan.row, '客户名称').replaceAll('(', '（').replaceAll(')', '）')} `)
  }),
  fault(violation('DQ-013', 'b'), '同证件两个客户号', persons, (loan, world) => {
    const other = world.newLoan(loan.kind)
    rename(other, '证件号码', textIn(loan.row, '证件号码'))
    return [violation('DQ-013', 'b', other)]
  }),
  fault(violation('DQ-013', 'c'), '同客户号两个证件号', persons, (loan, world) => {
    const other = world.newLoanOf(loan)
    rename(
      other,
      '证件号码',
      personIdNumber(dayOf(1955, 1, 1) + (loan.serial % 2000), 700 + (loan.serial % 300)),
    )
  }),
  near('DQ-013', 'c', '同客户号新旧证并存', firms, (loan, world) => {
    const other = world.newLoanOf(loan)
    both(other, { 证件号码: firmCreditCode(loan.customer * 101 + 11) })
  }),
]
