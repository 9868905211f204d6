/** What the worker is asked. */
export interface TemplateRequest {
  readonly packs: readonly string[]
  readonly trustedKeys: readonly string[]
  /** Day number. */
  readonly issued: number
}

export type TemplateAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: string }

/** The standard workbook of the policy in force, written in a worker of its own that ends with it. */
export function makeTemplate(request: TemplateRequest): Promise<TemplateAnswer> {
  const worker = new Worker(new URL('./template.worker.ts', import.meta.url), { type: 'module' })
  const answered = new Promise<TemplateAnswer>((settle) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TemplateAnswer>) => settle(data))
    worker.addEventListener('error', ({ message }) => settle({ ok: false, why: message }))
  })
  worker.postMessage(request, [])
  return answered.finally(() => worker.terminate())
}
