import { type PortErrorCode, PortFailure } from './portError.ts'

/** Codes of Office.js and what they mean to us. */
const CODES: Readonly<Record<string, PortErrorCode>> = {
  InvalidOperationInCellEditMode: 'editing',
  AccessDenied: 'accessDenied',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  RangeExceedsLimit: 'tooLarge',
  OperationCellsExceedLimit: 'tooLarge',
  ActivityLimitReached: 'tooLarge',
  ItemNotFound: 'missing',
  InvalidReference: 'missing',
  InvalidObjectPath: 'missing',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedOperation: 'unsupported',
  ConnectionFailure: 'gone',
  HostRestartNeeded: 'gone',
  Timeout: 'gone',
  RequestAborted: 'gone',
  InvalidSession: 'gone',
}

/** A failure of Excel as ours; what is ours already stays. */
export function toFailure(caught: unknown, sheet?: string): PortFailure {
  if (caught instanceof PortFailure) return caught
  const code = codeOf(caught)
  const message = caught instanceof Error ? caught.message : String(caught)
  const known = CODES[code] ?? 'unknown'
  const detail = code === '' ? message : `${code}: ${message}`
  return new PortFailure({ code: known, detail, ...(sheet === undefined ? {} : { sheet }) })
}

function codeOf(caught: unknown): string {
  if (typeof caught !== 'object' || caught === null || !('code' in caught)) return ''
  return typeof caught.code === 'string' ? caught.code : ''
}

/** Excel that answers nothing for this long is gone (milliseconds); a large write may take its time. */
const PATIENCE = 60_000

export async function withPatience<T>(work: Promise<T>, patience = PATIENCE): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new PortFailure({ code: 'gone', detail: `no answer for ${patience} ms` })),
      patience,
    )
  })
  try {
    return await Promise.race([work, silence])
  } finally {
    clearTimeout(timer)
  }
}
