import type { FileNote } from '@postloan/core/check'

import { paneWords } from './paneWords.ts'

/** What the check says of the whole file, once. */
export function FileNotes({ notes }: { readonly notes: readonly FileNote[] }) {
  if (notes.length === 0) return null
  return (
    <details className="pane-notes">
      <summary>{paneWords.result.notes(notes.length)}</summary>
      <ul>
        {notes.map((note) => (
          <li key={`${note.code}${note.rule ?? ''}${note.message}`}>{note.message}</li>
        ))}
      </ul>
    </details>
  )
}
