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

/** What the exported SQL leaves out, or says otherwise than the column engine, with the reason. */
export interface SqlDeparture {
  readonly what: string
  readonly why: string
  /** The reason that such a case is left out with. */
  readonly leavesOut?: RegExp
}

export const sqlDepartures: readonly SqlDeparture[] = [
  {
    what: 'rules that count working days',
    why: 'they need the table of public holidays and the make-up days, which a data platform has under no common name',
    leavesOut: /要查工作日日历/,
  },
  {
    what: 'a text cut into a list (M15.a)',
    why: 'no form of it is the same in all four engines; the names of four quarters’ inspectors in one cell',
    leavesOut: /函数“count”没有对应的 SQL/,
  },
  {
    what: 'a ladder of keys: collateral filed under the contract where it has no loan number',
    why: 'an engine joins by one key: the first that both tables have; a row without it is not found, a loan without it is 无法判断',
  },
  {
    what: 'numbers written in two ways (full width, blanks, hyphens, small letters)',
    why: 'SQL compares as written; a key wrapped in functions could not be joined by an index',
  },
  {
    what: 'a filler in a key (无, 0) that thousands of rows share',
    why: 'the ledger reader takes it for no key; on a platform it must be NULL, as every blank',
  },
  {
    what: 'cells that nobody could read',
    why: 'a database has blanks only, so that a test for a blank is true or false where a ledger says 无法判断',
  },
]
