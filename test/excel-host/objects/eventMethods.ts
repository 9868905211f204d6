import type { Host } from '../host.ts'

type Methods<T> = Record<string, (self: T) => void>

/** What office.js calls to be told of something, and the number of the event that it then waits for. */
export const SHEET_EVENTS: Readonly<Record<string, number>> = {
  DataChangedEvent: 10,
  ActivatedEvent: 11,
  DeactivatedEvent: 12,
  AddedEvent: 13,
  SelectionChangedEvent: 14,
  DeletedEvent: 15,
  CalculatedEvent: 16,
  FormatChangedEvent: 18,
  RowSortedEvent: 19,
  ColumnSortedEvent: 20,
  SingleClickedEvent: 21,
  RowHiddenChangedEvent: 22,
  FormulaChangedEvent: 23,
  ProtectionChangedEvent: 24,
  EventNameChanged: 25,
  EventVisibilityChanged: 26,
  EventMoved: 27,
}

export const TABLE_EVENTS: Readonly<Record<string, number>> = {
  SelectionChangedEvent: 100,
  DataChangedEvent: 101,
  AddedEvent: 102,
  DeletedEvent: 103,
}

export function eventMethods<T>(
  events: Readonly<Record<string, number>>,
  host: (self: T) => Host,
  target: (self: T) => string,
): Methods<T> {
  const methods: Methods<T> = {}
  for (const [name, number] of Object.entries(events)) {
    methods[`_Register${name}`] = (self) => host(self).subscribe(number, target(self), 1)
    methods[`_Unregister${name}`] = (self) => host(self).subscribe(number, target(self), -1)
  }
  return methods
}
