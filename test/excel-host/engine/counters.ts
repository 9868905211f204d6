/** What went over the wire, for budgets and reports. */
export interface Counters {
  requests: number
  /** Milliseconds that the simulated Excel itself was at work: no time of the add-in. */
  busy: number
  /** Bytes as they travel (UTF-8): a Han character takes three. */
  bytesIn: number
  bytesOut: number
  largestRequest: number
  largestResponse: number
  /** Actions by kind of work: what a naive add-in does one cell at a time shows here. */
  actions: number
  cellsRead: number
  cellsWritten: number
  formatWrites: number
  events: number
  /** How often an add-in's call emptied the user's undo list. */
  undoLost: number
  errors: Record<string, number>
}

export function newCounters(): Counters {
  return {
    requests: 0,
    busy: 0,
    bytesIn: 0,
    bytesOut: 0,
    largestRequest: 0,
    largestResponse: 0,
    actions: 0,
    cellsRead: 0,
    cellsWritten: 0,
    formatWrites: 0,
    events: 0,
    undoLost: 0,
    errors: {},
  }
}

/** Members that were asked for: by whom, how often, and which of them the host lacks. */
export interface Coverage {
  readonly used: Map<string, number>
  readonly missing: Map<string, number>
}
