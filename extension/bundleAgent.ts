import { build } from 'vite'

/**
 * The page agent as one script, from the file that starts it. Bundled by itself, not as an entry of the framework: its
 * helpers would weigh more than our drawing of marks.
 */
export async function bundleAgent(entry: string): Promise<string> {
  const result = await build({
    logLevel: 'error',
    configFile: false,
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'postloan' } },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('the bundler gave nothing')
  // nearly every function runs in the first reading: with this word the browser compiles them with the script; else
  // each is looked over, put off, and compiled one by one while it reads
  return `//# allFunctionsCalledOnLoad\n${output.output[0].code}`
}
