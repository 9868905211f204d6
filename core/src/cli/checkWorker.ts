import { parentPort } from 'node:worker_threads'

import { checkFile } from './checkFile.ts'
import type { CheckJob, FileOutcome } from './fileReport.ts'

/** What a worker says to the main thread. */
export type WorkerMessage =
  | { readonly kind: 'json'; readonly piece: string }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly outcome: FileOutcome }

const port = parentPort
if (port) {
  const say = (message: WorkerMessage): void => port.postMessage(message)
  port.on('message', (job: CheckJob) => {
    void checkFile(job, {
      onJson: (piece) => say({ kind: 'json', piece }),
      onProgress: (share) => say({ kind: 'progress', share }),
    }).then(
      (outcome) => say({ kind: 'done', outcome }),
      (caught: unknown) => {
        // a bug: let it surface as the worker's error, which the pool turns into this file's
        throw caught
      },
    )
  })
}
