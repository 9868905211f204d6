/** What the manifest calls and the code answers to. */
export const commandNames = {
  check: 'checkLedger',
  flag: 'writeFlags',
  live: 'toggleLive',
  clear: 'clearFlags',
  template: 'newTemplate',
} as const
