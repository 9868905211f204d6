/** Why Excel did not do something. Words for the user are in the messages file. */
export type PortErrorCode =
  /** A cell is being edited. */
  | 'editing'
  | 'protected'
  | 'readOnly'
  | 'structureLocked'
  | 'tooLarge'
  | 'accessDenied'
  /** Excel no longer answers. */
  | 'gone'
  /** This Excel lacks what was asked. */
  | 'unsupported'
  /** The sheet or cell is no longer there. */
  | 'missing'
  | 'cancelled'
  | 'unknown'

export interface PortError {
  readonly code: PortErrorCode
  readonly sheet?: string
  /** What Excel said, for the record. */
  readonly detail: string
}

/** Carries a `PortError` through promises. */
export class PortFailure extends Error {
  readonly error: PortError
  constructor(error: PortError) {
    super(`${error.code}: ${error.detail}`)
    this.name = 'PortFailure'
    this.error = error
  }
}

export function isCancelled(caught: unknown): boolean {
  return caught instanceof PortFailure && caught.error.code === 'cancelled'
}
