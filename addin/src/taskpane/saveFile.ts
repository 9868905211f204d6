import type { MadeFile } from '../session/paperTypes.ts'

/** Hands a file to the person: the browser's own download, on this machine only. */
export function saveFile({ fileName, bytes }: MadeFile): void {
  const link = document.createElement('a')
  // the bytes came from our own worker: an array over a buffer of its own
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]))
  link.download = fileName
  link.click()
  // the download has to have begun
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
