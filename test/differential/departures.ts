/**
 * Where feelin departs from DMN on what the rules use. The engine follows DMN; the comparison gives feelin the
 * expression in `instead`, and a test holds that each departure is still there.
 */
export interface Departure {
  readonly what: string
  readonly expression: string
  /** By DMN, and what the engine gives. */
  readonly dmn: boolean | number | string | null
  readonly feelin: boolean | number | string | null
  readonly clause: string
  /** What the comparison hands to feelin in its place. */
  readonly instead: string
}

export const departures: readonly Departure[] = [
  {
    what: 'a null among the truths of some',
    expression: 'some x in [null, 2] satisfies x > 3',
    dmn: null,
    feelin: false,
    clause: 'DMN 1.5, 10.3.2.13, semantics of other FEEL expressions: some … is "false or e′ or e″ or …"',
    instead: 'any of(for x in … return …), a ternary or given from outside',
  },
  {
    what: 'a null among the truths of every',
    expression: 'every x in [null, 4] satisfies x > 3',
    dmn: null,
    feelin: false,
    clause: 'DMN 1.5, 10.3.2.13, semantics of other FEEL expressions: every … is "true and e′ and e″ and …"',
    instead: 'all of(for x in … return …), a ternary and given from outside',
  },
]
