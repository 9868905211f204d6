import type { Ast, CompareOp } from '../ast.ts'
import { formatFeel } from '../formatFeel.ts'
import { sayPattern } from './sayPattern.ts'
import { sayPeriod } from './sayPeriod.ts'

const comparisons: Readonly<Record<CompareOp, string>> = {
  '=': '等于',
  '!=': '不等于',
  '<': '小于',
  '<=': '不大于',
  '>': '大于',
  '>=': '不小于',
}

type Say = (...args: readonly string[]) => string

/** Calls as a person would say them; any other is written as it is. */
const calls: ReadonlyMap<string, Say> = new Map<string, Say>([
  ['abs', (a) => `${a} 的绝对值`],
  ['floor', (a) => `${a} 舍去小数`],
  ['ceiling', (a) => `${a} 进为整数`],
  ['count', (a) => `${a} 的条数`],
  ['sum', (a) => `${a} 的合计`],
  ['min', (...all) => `${all.join('、')} 中最小的`],
  ['max', (...all) => `${all.join('、')} 中最大的`],
  ['mean', (a) => `${a} 的平均数`],
  ['distinct values', (a) => `不重复的 ${a}`],
  ['contains', (a, b) => `${a} 含有 ${b}`],
  ['starts with', (a, b) => `${a} 以 ${b} 开头`],
  ['ends with', (a, b) => `${a} 以 ${b} 结尾`],
  ['matches', (a, b) => `${a} 符合样式 ${b}`],
  ['string length', (a) => `${a} 的字数`],
  ['substring', (a, from, count) => `${a} 第 ${from} 位起的${count === undefined ? '字' : ` ${count} 个字`}`],
  ['replace', (a, from, to) => (to === '“”' ? `${a}（去掉 ${from}）` : `${a}（${from} 换成 ${to}）`)],
  ['number', (a) => `${a} 的数值`],
  ['upper case', (a) => `${a}（转大写）`],
  ['lower case', (a) => `${a}（转小写）`],
  ['list contains', (a, b) => `${a} 中有 ${b}`],
  ['days between', (a, b) => `${a} 到 ${b} 的天数`],
  ['months between', (a, b) => `${a} 到 ${b} 的整月数`],
  ['working days between', (a, b) => `${a} 到 ${b} 的工作日数`],
  ['add days', (a, b) => added(a, b, '天')],
  ['add months', (a, b) => added(a, b, '个月')],
  ['add working days', (a, b) => added(a, b, '个工作日')],
  ['next working day', (a) => `${a} 起的第一个工作日`],
  ['end of month', (a) => `${a} 的月末`],
  ['id number valid', (a) => `${a} 校验通过`],
  ['uscc valid', (a) => `${a} 校验通过`],
  ['date', (a) => a?.replaceAll('“', '').replaceAll('”', '') ?? ''],
])

function added(date: string | undefined, count = '', unit: string): string {
  return count.startsWith('-')
    ? `${date ?? ''} 减 ${count.slice(1)} ${unit}`
    : `${date ?? ''} 加 ${count} ${unit}`
}

const parts: Readonly<Record<string, string>> = { year: '年', month: '月', day: '日' }

/** An expression in Chinese words, for showing; names of fields stay as they are. */
export function sayInChinese(ast: Ast): string {
  switch (ast.kind) {
    case 'text':
      return `“${ast.value}”`
    case 'boolean':
      return ast.value ? '是' : '否'
    case 'null':
      return '空'
    case 'at':
      return ast.text
    case 'name':
      // a field with its blanks filled carries its default behind a sign nobody writes
      return isOneSign(ast.name) ? thisItem : (ast.name.split('\u0001')[0] ?? ast.name)
    case 'path': {
      const part = parts[ast.name]
      return part !== undefined && ast.of.kind !== 'name'
        ? `${sayInChinese(ast.of)} 的${part}`
        : `${sayInChinese(ast.of)}.${ast.name}`
    }
    case 'call':
      return sayCall(ast)
    case 'negate':
      return `-${inner(ast.of)}`
    case 'arithmetic':
      return `${leftOf(ast)} ${ast.op} ${inner(ast.right)}`
    case 'compare':
      if (ast.right.kind === 'null') return emptyOrFilled(ast.left, ast.op === '!=')
      return `${inner(ast.left)} ${comparisons[ast.op]} ${inner(ast.right)}`
    case 'isNull':
      return emptyOrFilled(ast.of, ast.negated)
    case 'logic':
      return ast.parts.map(inner).join(ast.op === 'and' ? '，并且 ' : '，或者 ')
    case 'between':
      return `${inner(ast.of)} 在 ${inner(ast.low)} 与 ${inner(ast.high)} 之间`
    case 'in':
      return `${inner(ast.of)} 属于 ${ast.tests.map(sayInChinese).join('、')}`
    case 'test':
      return `${comparisons[ast.op]} ${sayInChinese(ast.operand)}`
    case 'list':
      return ast.items.map(sayInChinese).join('、')
    case 'if':
      return `如果 ${sayInChinese(ast.condition)}，取 ${sayInChinese(ast.then)}，否则取 ${sayInChinese(ast.otherwise)}`
    case 'filter':
      return `${sayInChinese(ast.of)}（其中 ${sayInChinese(ast.condition)}）`
    case 'quantified':
      return sayQuantified(ast, ast.quantifier === 'some' ? '中有一项' : '中每一项')
    default:
      return formatFeel(ast, { form: 'plain' })
  }
}

type NodeOf<Kind extends Ast['kind']> = Extract<Ast, { kind: Kind }>

/** A loop variable of one sign is nothing a reader has to learn. */
const thisItem = '该项'

function isOneSign(name: string): boolean {
  return Array.from(name).length === 1
}

function sayCall(ast: NodeOf<'call'>): string {
  const period = sayPeriod(ast, sayInChinese)
  if (period !== null) return period
  const [first, second] = ast.args
  if (ast.name === 'not' && first) return sayNot(first)
  if (ast.name === 'matches' && first && second?.kind === 'text' && ast.args.length === 2) {
    const pattern = sayPattern(second.value)
    if (pattern !== null) return `${inner(first)} ${pattern}`
  }
  return calls.get(ast.name)?.(...ast.args.map(argument)) ?? formatFeel(ast, { form: 'plain' })
}

/** What is chosen or joined inside a call needs its end marked. */
function argument(ast: Ast): string {
  return ast.kind === 'if' || ast.kind === 'logic' ? `（${sayInChinese(ast)}）` : sayInChinese(ast)
}

/** Sums run from left to right without brackets. */
function leftOf({ op, left }: NodeOf<'arithmetic'>): string {
  const sum = left.kind === 'arithmetic' && /^[-+]$/.test(left.op) && /^[-+]$/.test(op)
  return sum ? sayInChinese(left) : inner(left)
}

function sayNot(ast: Ast): string {
  if (ast.kind === 'quantified' && ast.quantifier === 'some') return sayQuantified(ast, '中没有一项')
  if (ast.kind === 'in') return `${inner(ast.of)} 不属于 ${ast.tests.map(sayInChinese).join('、')}`
  if (ast.kind === 'call' && ast.name === 'contains' && ast.args.length === 2) {
    const [text, part] = ast.args.map(sayInChinese)
    return `${text ?? ''} 不含有 ${part ?? ''}`
  }
  return `并非（${sayInChinese(ast)}）`
}

function sayQuantified(ast: NodeOf<'quantified'>, words: string): string {
  const over = ast.iterators.map(
    (one) => `${inner(one.in)} ${words}${isOneSign(one.name) ? '' : ` ${one.name}`}`,
  )
  return `${over.join('、')}：${sayInChinese(ast.satisfies)}`
}

/** Only and/or and choices need brackets: comparisons inside sums do not occur. */
function inner(ast: Ast): string {
  const said = sayInChinese(ast)
  const loop = ast.kind === 'call' && ast.name === 'not' ? ast.args[0] : ast
  return loop?.kind === 'quantified' ||
    ast.kind === 'logic' ||
    ast.kind === 'if' ||
    ast.kind === 'quantified' ||
    (ast.kind === 'arithmetic' && /[-+]/.test(ast.op))
    ? `（${said}）`
    : said
}

function emptyOrFilled(of: Ast, filled: boolean): string {
  return `${inner(of)} ${filled ? '已填' : '为空'}`
}
