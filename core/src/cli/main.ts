#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import type { Writable } from 'node:stream'

// the next start finds every module stripped of its types and compiled; so nothing of ours is imported before this
enableCompileCache()
const { runCli } = await import('./runCli.ts')

function outputTo(stream: Writable): { write(text: string): Promise<void> } {
  return {
    write: (text) =>
      new Promise((settle, fail) => {
        stream.write(text, (error) => (error ? fail(error) : settle()))
      }),
  }
}

// a reader that stops early (`| head`) is no fault of ours
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCli(process.argv.slice(2), {
  out: outputTo(process.stdout),
  log: { ...outputTo(process.stderr), isTTY: process.stderr.isTTY },
})
