import * as fc from 'fast-check'

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then']

/** As a file or a message may bring them: `__proto__` as a part of its own, which only parsing makes. */
const prototypes = names.map((name): unknown =>
  JSON.parse(`{"${name}":{"polluted":1,"on":1,"type":"switch","ask":"verify"}}`),
)

/** One in the other, deeper than any stack. */
function nested(wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1
  for (let depth = 0; depth < 20_000; depth++) value = wrap(value)
  return value
}

/** What nobody sends by mistake. */
export const hostileValues: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...prototypes,
  'x'.repeat(2_000_000),
  '\u0000\u202e\ud800',
  nested((inner) => [inner]),
  nested((inner) => ({ map: inner })),
  -1,
  0,
  2,
  1.5,
  1e308,
  Number.NaN,
  9_007_199_254_740_993n,
  '1',
  null,
  Array.from({ length: 100_000 }, () => 1),
)
