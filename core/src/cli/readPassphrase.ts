import { readFile } from 'node:fs/promises'

import { policyMessages } from './policyMessages.ts'

const words = policyMessages.key

export type ReadPassphrase =
  | { readonly ok: true; readonly passphrase: string }
  | { readonly ok: false; readonly message: string }

/** From a file, else the environment, else typed unseen on a terminal; `twice` for a new one. Never from the arguments. */
export async function readPassphrase(file: string | null, twice: boolean): Promise<ReadPassphrase> {
  if (file !== null) {
    try {
      return { ok: true, passphrase: (await readFile(file, 'utf8')).replace(/\r?\n$/, '') }
    } catch {
      return { ok: false, message: words.unreadable(file) }
    }
  }
  const given = process.env['POSTLOAN_PASSPHRASE']
  if (given !== undefined && given !== '') return { ok: true, passphrase: given }
  if (!process.stdin.isTTY) return { ok: false, message: words.noPassphrase }
  const passphrase = await ask(words.ask)
  if (twice && passphrase !== (await ask(words.askAgain)))
    return { ok: false, message: words.passphraseDiffers }
  return { ok: true, passphrase }
}

/** One line typed without echo. */
function ask(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(prompt)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((settle) => {
    let typed = ''
    const finish = (): void => {
      stdin.off('data', onData)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
    }
    const onData = (piece: string): void => {
      for (const character of piece) {
        if (character === '\r' || character === '\n') {
          finish()
          return settle(typed)
        }
        if (character === '\u0003') {
          finish()
          process.exit(130)
        }
        if (character === '\u007f' || character === '\b') typed = Array.from(typed).slice(0, -1).join('')
        else typed += character
      }
    }
    stdin.on('data', onData)
  })
}
