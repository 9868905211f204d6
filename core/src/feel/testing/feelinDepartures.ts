/**
 * Where the interpreter used as a second opinion departs from DMN 1.4. Each row is tested on both sides, so that a
 * change there is noticed; ours follows the clause.
 */
export const feelinDepartures: readonly {
  readonly expression: string
  readonly ours: string
  readonly feelin: string
  readonly clause: string
}[] = [
  {
    expression: 'remove([1, 2, 3], -1)',
    ours: '[1,2]',
    feelin: '[1,3]',
    clause: '10.3.4.4: remove leaves out the item at the position; -1 is the last position',
  },
  {
    expression: 'mode([3, 1, 3, 1, 2.5, 2.5])',
    ours: '[1,2.5,3]',
    feelin: '[1,3,2.5]',
    clause: '10.3.4.4: several modes are returned in ascending order',
  },
  {
    expression: '[1, null, 3][item != 0]',
    ours: '[1,null,3]',
    feelin: '[1,3]',
    clause: '10.3.2.13: null is equal to nothing but null, so null != 0 is true',
  },
  {
    expression: 'every x in [null, 5] satisfies x > 2',
    ours: 'null',
    feelin: 'false',
    clause: 'table 58: every is a conjunction over the items, and null and true is null',
  },
  {
    expression: '[{v: 50}, {v: 1}][not(v < 50)].v',
    ours: '[50]',
    feelin: '[]',
    clause: '10.3.2.5: the fields of the item are in scope in the whole condition, not in comparisons only',
  },
  {
    expression: '[null, 1][item = null]',
    ours: '[null]',
    feelin: '[]',
    clause: '10.3.2.5: item is the item, null included, and null = null is true',
  },
  {
    expression: 'median([1.5, -0.5, 0.5, -0.5, -0.5, -1.5])',
    ours: '-0.5',
    feelin: '-1',
    clause: '10.3.4.4: median is the middle of the numbers in order of size, not in order of their text',
  },
  {
    expression: 'max([date("2020-01-01"), date("2021-01-01")]) = date("2021-01-01")',
    ours: 'true',
    feelin: 'false',
    clause: '10.3.4.4: max takes any comparable items, dates included',
  },
  {
    expression: 'some x in [1, null] satisfies x > 3',
    ours: 'null',
    feelin: 'false',
    clause: 'table 58: some is a disjunction over the items, and false or null is null',
  },
  {
    expression: '3 in n',
    ours: 'false',
    feelin: 'null',
    clause: 'table 55: a value in an expression that is no list is equality, and 3 = null is false',
  },
]
