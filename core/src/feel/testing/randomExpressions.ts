import * as fc from 'fast-check'

type Text = fc.Arbitrary<string>
const of = (...texts: readonly string[]): Text => fc.constantFrom(...texts)

/** `one(parts…)`: the template with each `_` replaced by a part. */
function fill(template: string, ...parts: readonly Text[]): Text {
  return fc.tuple(...parts).map((texts) => {
    let at = 0
    return template.replaceAll('_', () => texts[at++] ?? '')
  })
}

/**
 * Plain expressions over the names a b n (numbers, n null), s t (texts), p q (truths), l m (lists). What feelin is known
 * to do otherwise than DMN (feelinDepartures.ts) is left out, so that agreement can be demanded of the rest.
 */
const plain = fc.letrec<{ number: string; text: string; truth: string; list: string }>((tie) => {
  const N = tie('number')
  const S = tie('text')
  const B = tie('truth')
  const L = tie('list')
  const limits = { maxDepth: 4, depthIdentifier: 'plain' } as const
  return {
    number: fc.oneof(
      limits,
      of('0', '1', '2', '3', '-1', '2.5', '10', 'a', 'b', 'n'),
      fill('(_ _ _)', N, of('+', '-', '*', '/'), N),
      fill('-(_)', N),
      fill('(if _ then _ else _)', B, N, N),
      fill('_(_)', of('abs', 'floor', 'ceiling'), N),
      fill(
        '_(_, _)',
        of('round half up', 'round half down', 'round up', 'round down', 'decimal'),
        N,
        of('0', '1'),
      ),
      fill('_(_)', of('sum', 'count', 'min', 'max', 'mean', 'product'), L),
      fill('_[_]', L, of('1', '2', '-1', '9')),
      fill('string length(_)', S),
    ),
    text: fc.oneof(
      limits,
      of('"foo"', '"bar"', '"foobar"', '""', 's', 't'),
      fill('(_ + _)', S, S),
      fill('substring("x" + _, 1)', S),
      fill('_(_)', of('upper case', 'lower case'), S),
      fill('_(_, _)', of('substring before', 'substring after'), S, S),
      fill('(if _ then _ else _)', B, S, S),
    ),
    truth: fc.oneof(
      limits,
      of('true', 'false', 'p', 'q', 'null'),
      fill('(_ _ _)', N, of('=', '!=', '<', '<=', '>', '>='), N),
      fill('(_ _ _)', S, of('=', '!=', '<', '>='), S),
      fill('(_ _ _)', B, of('and', 'or'), B),
      fill('not(_)', B),
      fill('(_ in (_, _))', N, N, of('1', '2.5', '[1..3]')),
      fill('(_ in (> _, [1..3)))', N, of('1', 'a', 'b')),
      fill('_(_, _)', of('contains', 'starts with', 'ends with'), S, S),
      fill('(some x in _ satisfies x _ _)', L, of('=', '!='), N),
      fill('list contains(_, _)', L, N),
    ),
    list: fc.oneof(
      limits,
      of('[]', '[1, 2, 3]', 'l', 'm', '[2, 2, 1]'),
      fill('[_, _]', of('1', 'a', 'b'), of('1', '0')),
      fill('_[item _ _]', L, of('=', '>', '<='), of('1', 'a', 'b')),
      fill('(for x in _ return x + _)', L, of('1', 'a', 'b')),
      fill('_(_)', of('reverse', 'distinct values', 'flatten'), L),
      fill('append(_, _)', L, of('1', 'a')),
      fill('concatenate(_, _)', L, L),
      fill('union(_, _)', L, L),
      fill('index of(_, _)', L, N),
    ),
  }
})

export const plainExpression: Text = fc.oneof(plain.number, plain.text, plain.truth, plain.list)

/** Rules over the table of oracle.test.ts: fields, dates, parameters, related rows. */
const rules = fc.letrec<{ number: string; date: string; truth: string; inner: string }>((tie) => {
  const N = tie('number')
  const D = tie('date')
  const B = tie('truth')
  const I = tie('inner')
  const limits = { maxDepth: 3, depthIdentifier: 'rule' } as const
  const order = of('=', '!=', '<', '<=', '>', '>=')
  return {
    number: fc.oneof(
      limits,
      of('逾期天数', '余额', '参数.天数', '上期.估值', '90', '100', '0'),
      fill('(_ _ _)', N, of('+', '-', '*'), N),
      fill('abs(_)', N),
      fill('(if _ then _ else _)', B, N, N),
      fill('_(押品.估值)', of('sum', 'max', 'min', 'mean')),
      fill('count(押品[_])', I),
      fill('_(押品[_].估值)', of('sum', 'max', 'min'), I),
    ),
    date: fc.oneof(
      limits,
      of('放款日', '到期日', '基准日', '上期.登记日', 'date("2024-02-29")'),
      fill('(_ + duration("P30D"))', D),
    ),
    truth: fc.oneof(
      limits,
      of(
        '循环',
        '分类 = "正常"',
        '分类 in ("正常", "关注")',
        '分类 != "次级"',
        '分类 = null',
        '余额 != null',
        '上期 = null',
        '分类 = 上期.状态',
      ),
      fill('_ _ _', N, order, N),
      fill('_ _ _', D, order, D),
      fill('_ between _ and _', N, of('0', '余额'), of('90', '逾期天数')),
      fill('_ in (< _, [90..100])', N, of('2', '余额')),
      fill('(_) and (_)', B, B),
      fill('(_) or (_)', B, B),
      fill('not(_)', B),
      fill('if _ then (_) else (_)', B, B, B),
      fill('contains(分类, "_")', of('正', '关', '常')),
      fill(
        '_ 件 in 押品 satisfies _',
        of('some', 'every'),
        of('件.估值 > 余额', '件.状态 = "正常"', '件.登记日 <= 放款日', '件.估值 = null'),
      ),
      fill('some 件 in 押品[_] satisfies 件.估值 > 余额', I),
      fill('count(押品[_]) _ _', I, of('>', '>=', '<', '<=', '='), of('0', '1', '2')),
      fill('_(押品.估值) _ _', of('sum', 'max', 'min'), of('>', '>=', '<', '<='), N),
      fill('_ _ sum(押品[_].估值)', N, of('>', '<='), I),
    ),
    inner: fc.oneof(
      limits,
      of(
        '状态 = "正常"',
        '估值 > 余额',
        '估值 >= 50',
        '登记日 < 放款日',
        '状态 = null',
        '状态 in ("正常", "关注")',
      ),
      fill('(_) and (_)', I, I),
      fill('not(_)', I),
    ),
  }
})

export const ruleExpression: Text = rules.truth
