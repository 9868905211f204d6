/** The shapes in which office.js asks and is answered ("ProcessQuery"). */

export const ActionType = {
  Instantiate: 1,
  Query: 2,
  Method: 3,
  SetProperty: 4,
  Trace: 5,
  RecursiveQuery: 6,
  QueryAsJson: 7,
  EnsureUnchanged: 8,
  Update: 9,
} as const

export const PathType = {
  Global: 1,
  New: 2,
  Method: 3,
  Property: 4,
  Indexer: 5,
  ReferenceId: 6,
  Null: 7,
} as const

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[]
  /** Which arguments are the ids of object paths; 0 is a plain value. */
  readonly ReferencedObjectPathIds?: readonly unknown[]
}

export interface QueryInfo {
  readonly Select?: readonly string[]
  readonly Expand?: readonly string[]
  readonly Top?: number
  readonly Skip?: number
}

export interface WireAction {
  readonly Id: number
  readonly ActionType: number
  readonly Name: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: ArgumentInfo
  readonly QueryInfo?: QueryInfo
  readonly ObjectState?: Readonly<Record<string, unknown>>
}

export interface WirePath {
  readonly Id: number
  readonly ObjectPathType: number
  readonly Name: string
  readonly ParentObjectPathId?: number
  readonly ArgumentInfo?: ArgumentInfo
}

export interface WireRequest {
  readonly AutoKeepReference?: boolean
  readonly Actions: readonly WireAction[]
  readonly ObjectPaths: Readonly<Record<string, WirePath>>
}

export interface WireError {
  readonly Code: string
  readonly Message: string
  readonly Location: string
  readonly ActionIndex: number
  readonly HttpStatusCode: number
}

export interface WireResponse {
  readonly Error?: WireError
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[]
  readonly TraceIds: readonly number[]
}

/** Codes that stand in the place of a response; office.js turns them into its own errors. */
export const TransportCode = {
  cellEditMode: 5004,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  activityLimit: 5102,
  accessDenied: 7000,
  generic: 5001,
} as const

/** One event as it is pushed: category, type, target, message, number, whether it comes from a co-author. */
export type WireEvent = readonly [65536, number, string, string, number, boolean]
