import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import { area } from '../model/area.ts'
import type { Comment, Note } from '../model/decor.ts'
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'
import { flag, range, record, text } from './arguments.ts'
import { rangeObject } from './makers.ts'
import { RangeRef } from './rangeRef.ts'

interface Over {
  readonly host: Host
  readonly sheet: Sheet | null
}

interface CommentRef {
  readonly host: Host
  readonly sheet: Sheet
  readonly id: string
}

interface NoteRef {
  readonly host: Host
  readonly sheet: Sheet
  row: number
  column: number
}

export const commentsOf = (host: Host, sheet: Sheet | null): ExcelObject => make(COMMENTS, { host, sheet })
export const notesOf = (host: Host, sheet: Sheet | null): ExcelObject => make(NOTES, { host, sheet })

const sheetsOf = ({ host, sheet }: Over): readonly Sheet[] => (sheet ? [sheet] : host.workbook.sheets)

const refs = (over: Over): CommentRef[] =>
  sheetsOf(over).flatMap((sheet) => sheet.decor.comments.map(({ id }) => ({ host: over.host, sheet, id })))

function current({ sheet, id }: CommentRef): Comment {
  const found = sheet.decor.comments.find((comment) => comment.id === id)
  if (!found) throw itemNotFound()
  return found
}

function update(ref: CommentRef, change: Partial<Comment>): void {
  current(ref)
  ref.sheet.guardOption('allowEditObjects')
  ref.sheet.change({
    comments: ref.sheet.decor.comments.map((one) => (one.id === ref.id ? { ...one, ...change } : one)),
  })
}

/** The one cell that an address names. */
function cellGiven(over: Over, address: unknown): RangeRef {
  const at = range(over.host, address, over.sheet)
  if (at.area.rows * at.area.columns !== 1) throw invalidArgument()
  return at
}

const contentOf = (content: unknown): string =>
  typeof content === 'string' ? content : text(record(content)['richContent'])

const COMMENTS: Kind<Over> = {
  name: 'CommentCollection',
  items: (over) => refs(over).map((ref) => make(COMMENT, ref)),
  item: (over, key) => {
    const found = refs(over).find(({ id }) => id === key)
    return found ? make(COMMENT, found) : null
  },
  methods: {
    Add: (over, address, content) => {
      const at = cellGiven(over, address)
      at.sheet.guardOption('allowEditObjects')
      const { row, column } = at.area
      const taken = [...at.sheet.decor.comments, ...at.sheet.decor.notes]
      if (taken.some((one) => one.row === row && one.column === column)) throw itemAlreadyExists()
      const made: Comment = {
        id: over.host.workbook.newId(),
        row,
        column,
        text: contentOf(content),
        author: over.host.userName,
        created: over.host.now(),
        resolved: false,
        replies: [],
      }
      at.sheet.change({ comments: [...at.sheet.decor.comments, made] })
      return make(COMMENT, { host: over.host, sheet: at.sheet, id: made.id })
    },
    GetItemByCell: (over, address) => {
      const at = cellGiven(over, address)
      const found = at.sheet.decor.comments.find(
        (one) => one.row === at.area.row && one.column === at.area.column,
      )
      if (!found) throw itemNotFound()
      return make(COMMENT, { host: over.host, sheet: at.sheet, id: found.id })
    },
  },
}

const COMMENT: Kind<CommentRef> = {
  name: 'Comment',
  id: 'Id',
  read: {
    Id: ({ id }) => id,
    Content: (ref) => current(ref).text,
    RichContent: (ref) => current(ref).text,
    ContentType: () => 'Plain',
    AuthorName: (ref) => current(ref).author,
    AuthorEmail: () => '',
    CreationDate: (ref) => current(ref).created,
    Resolved: (ref) => current(ref).resolved,
    Mentions: () => [],
  },
  write: {
    Content: (ref, value) => update(ref, { text: text(value) }),
    Resolved: (ref, value) => update(ref, { resolved: flag(value) }),
  },
  children: { Replies: (ref) => make(REPLIES, ref) },
  methods: {
    GetLocation: (ref) => {
      const { row, column } = current(ref)
      return rangeObject(new RangeRef(ref.host, ref.sheet, area(row, column)))
    },
    Delete: (ref) => {
      current(ref)
      ref.sheet.guardOption('allowEditObjects')
      ref.sheet.change({ comments: ref.sheet.decor.comments.filter(({ id }) => id !== ref.id) })
    },
  },
}

const REPLIES: Kind<CommentRef> = {
  name: 'CommentReplyCollection',
  items: (ref) => current(ref).replies.map((reply) => make(REPLY, { ...ref, reply })),
  item: (ref, key) => {
    const reply = current(ref).replies.find(({ id }) => id === key)
    return reply ? make(REPLY, { ...ref, reply }) : null
  },
  methods: {
    Add: (ref, content) => {
      const reply = { id: ref.host.workbook.newId(), text: contentOf(content), author: ref.host.userName }
      update(ref, { replies: [...current(ref).replies, reply] })
      return make(REPLY, { ...ref, reply })
    },
  },
}

const REPLY: Kind<CommentRef & { readonly reply: Comment['replies'][number] }> = {
  name: 'CommentReply',
  id: 'Id',
  read: {
    Id: ({ reply }) => reply.id,
    Content: ({ reply }) => reply.text,
    AuthorName: ({ reply }) => reply.author,
    ContentType: () => 'Plain',
  },
  methods: {
    Delete: (ref) => update(ref, { replies: current(ref).replies.filter(({ id }) => id !== ref.reply.id) }),
  },
}

function note({ sheet, row, column }: NoteRef): Note {
  const found = sheet.decor.notes.find((one) => one.row === row && one.column === column)
  if (!found) throw itemNotFound()
  return found
}

const noteRefs = (over: Over): NoteRef[] =>
  sheetsOf(over).flatMap((sheet) =>
    sheet.decor.notes.map(({ row, column }) => ({ host: over.host, sheet, row, column })),
  )

const NOTES: Kind<Over> = {
  name: 'NoteCollection',
  items: (over) => noteRefs(over).map((ref) => make(NOTE, ref)),
  item: (over, key) => {
    const at = range(over.host, key, over.sheet)
    const found = noteRefs(over).find(
      (one) => one.sheet === at.sheet && one.row === at.area.row && one.column === at.area.column,
    )
    return found ? make(NOTE, found) : null
  },
  methods: {
    Add: (over, address, content) => {
      const at = cellGiven(over, address)
      at.sheet.guardOption('allowEditObjects')
      const { row, column } = at.area
      const taken = [...at.sheet.decor.comments, ...at.sheet.decor.notes]
      if (taken.some((one) => one.row === row && one.column === column)) throw itemAlreadyExists()
      at.sheet.change({
        notes: [...at.sheet.decor.notes, { row, column, text: text(content), author: over.host.userName }],
      })
      return make(NOTE, { host: over.host, sheet: at.sheet, row, column })
    },
  },
}

const NOTE: Kind<NoteRef> = {
  name: 'Note',
  read: {
    Content: (ref) => note(ref).text,
    AuthorName: (ref) => note(ref).author,
    Visible: () => false,
    Height: () => 60,
    Width: () => 100,
  },
  write: {
    Content: (ref, value) => {
      note(ref)
      ref.sheet.change({
        notes: ref.sheet.decor.notes.map((one) =>
          one.row === ref.row && one.column === ref.column ? { ...one, text: text(value) } : one,
        ),
      })
    },
  },
  methods: {
    GetLocation: (ref) => rangeObject(new RangeRef(ref.host, ref.sheet, area(ref.row, ref.column))),
    Delete: (ref) => {
      const gone = note(ref)
      ref.sheet.change({ notes: ref.sheet.decor.notes.filter((one) => one !== gone) })
    },
  },
}
