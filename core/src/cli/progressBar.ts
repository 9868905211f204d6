/** A bar on a terminal; nothing at all in a pipe. */
export interface ProgressBar {
  show(share: number, words: string): void
  /** Takes the bar away before something else is printed. */
  clear(): void
}

interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const barWidth = 24

export function progressBar(terminal: Terminal): ProgressBar {
  if (!terminal.isTTY) return { show() {}, clear() {} }
  let shown = ''
  return {
    show(share, words) {
      const filled = Math.round(Math.min(Math.max(share, 0), 1) * barWidth)
      const line = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${words}`
      if (line === shown) return
      shown = line
      terminal.write(`\r\u001b[K${line}`)
    },
    clear() {
      if (shown !== '') terminal.write('\r\u001b[K')
      shown = ''
    },
  }
}
