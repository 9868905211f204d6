/// <reference types="office-js" />
import { scenarios } from './scenarios.ts'

/** For the tests: runs a scenario by its name and gives what it returned, or the error that it ended in. */
async function runScenario(name: string): Promise<unknown> {
  const scenario = scenarios.find((one) => one.name === name)
  if (!scenario) throw new Error(`no scenario ${name}`)
  try {
    return { result: await scenario.run() }
  } catch (caught) {
    if (caught instanceof OfficeExtension.Error) {
      const { code, message, debugInfo } = caught
      return { error: { code, message, location: debugInfo.errorLocation ?? '' } }
    }
    return { error: { code: 'Thrown', message: String(caught), location: '' } }
  }
}

/** A ribbon command, for the tests of both protocols. */
function pressed(event: Office.AddinCommands.Event): void {
  void Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['按钮']]
    await context.sync()
    event.completed()
  })
}

await Office.onReady()
Office.actions.associate('pressed', pressed)
const state = document.querySelector('#state')
const { host, platform } = Office.context
if (state) state.textContent = `${String(host)} ${String(platform)}`
Object.assign(window, { runScenario })
