export {
  choiceOf,
  closeRound,
  isStage,
  rememberLoan,
  saveChoice,
  saveNote,
  saveTick,
  shown,
} from './answers.ts'
export { calendarFile } from './calendarFile.ts'
export { Store } from './database.ts'
export type { ImportedLedger, KeptPageMap, LogEntry, LogKind, Note, SeenLoan } from './database.ts'
export { dropOlder } from './dropOlder.ts'
export { record, verifyLog } from './evidenceLog.ts'
export type { Verified } from './evidenceLog.ts'
export { findInLedger } from './findInLedger.ts'
export { storeWords } from './messages.ts'
export { defaults, readOwnSettings, saveSettings, settingsInForce, settingsSchema } from './settings.ts'
export type { Settings, SettingsInForce } from './settings.ts'
export { settle } from './storeFault.ts'
export type { Saved } from './storeFault.ts'
export { listTodos, markTodo } from './todos.ts'
export type { Todo } from './todos.ts'
export { readWaiverFile, saveWaiver, saveWrongReport, withdraw } from './waivers.ts'
