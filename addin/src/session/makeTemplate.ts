import type { MadeFile } from './paperTypes.ts'
import type { SessionParts } from './sessionParts.ts'

/** The standard workbook of the policy in force: opened beside this one, or handed back where this Excel cannot. */
export async function makeTemplate(parts: SessionParts): Promise<MadeFile | null> {
  const { port, engine, store, commands, today } = parts
  let handed: MadeFile | null = null
  await commands.run('template', async () => {
    const file = await engine.call('template', today())
    if (port.features.newWorkbook) {
      await port.createWorkbook(file.bytes)
      store.say('templateOpened', 'success')
    } else {
      handed = file
      store.say('templateMade', 'success', file.fileName)
    }
  })
  return handed
}
