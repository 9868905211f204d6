import { webCodec } from '@postloan/core/workbook'
import { writeTemplate } from '@postloan/core/workbook/template'

import { policyOf } from '../policy/policyOf.ts'
import type { TemplateAnswer, TemplateRequest } from './makeTemplate.ts'

/** Writes the standard workbook where nobody waits for it. */
self.addEventListener('message', ({ data }: MessageEvent<TemplateRequest>) => {
  // the bytes are handed over, not copied
  void answer(data).then((made) => self.postMessage(made, { transfer: made.ok ? [made.bytes.buffer] : [] }))
})

async function answer({ packs, trustedKeys, issued }: TemplateRequest): Promise<TemplateAnswer> {
  try {
    const { policy } = await policyOf(packs, trustedKeys)
    const { bytes } = await writeTemplate(policy, webCodec(), { issued })
    // the page takes bytes of a buffer of their own
    return { ok: true, bytes: new Uint8Array(bytes) }
  } catch (caught) {
    return { ok: false, why: caught instanceof Error ? caught.message : String(caught) }
  }
}
