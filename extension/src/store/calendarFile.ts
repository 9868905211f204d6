import { hash64 } from '@postloan/core/check'

import type { Todo } from './todos.ts'

/** What is to be done as an iCalendar file (RFC 5545): whole days, one event for each. */
export function calendarFile(todos: readonly Todo[], stamp: string): string {
  const events = todos
    .filter(({ done }) => done === null)
    .flatMap(({ id, day, what, customer, label, basis }) => [
      'BEGIN:VEVENT',
      `UID:${hash64(id)}@postloan`,
      `DTSTAMP:${stamp.replace(/[-:]/g, '').replace(/\.\d+/, '')}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${escape(`${what} ${customer}`)}`,
      `DESCRIPTION:${escape(`${label} ${basis}`)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Postloan//贷后助手//ZH',
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.flatMap((line) => fold(line)).join('\r\n')}\r\n`
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
}

/** Lines of at most 75 octets, never through the middle of a character. */
function fold(line: string): readonly string[] {
  const lines: string[] = []
  let own = ''
  let octets = 0
  for (const character of line) {
    const length = new TextEncoder().encode(character).length
    if (octets + length > 74) {
      lines.push(own)
      own = ' '
      octets = 1
    }
    own += character
    octets += length
  }
  lines.push(own)
  return lines
}
