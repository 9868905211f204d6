import { launchBrowser } from '../browser/launch.ts'
import { bundleAgent } from './bundleAgent.ts'
import { heldOutNames, scoreHeldOut } from './heldOut.ts'

/** Prints how well the pages kept for judging are read without a page map; a name reads that one only. */
const [wanted = ''] = process.argv.slice(2)
const agent = await bundleAgent()
const browser = await launchBrowser()
let fields = 0
let found = 0
let meant = 0
let alarms = 0
for (const name of heldOutNames.filter((one) => one.includes(wanted))) {
  const score = await scoreHeldOut(browser, agent, name)
  fields += score.fields
  found += score.found
  meant += score.meant
  alarms += score.alarms.length
  console.log(
    `${name}: ${score.found}/${score.fields} found, ${score.meant} meant, ${score.listsFound}/${score.lists} lists`,
  )
  for (const line of score.wrong) console.log(`    ${line}`)
  for (const line of score.alarms) console.log(`  ! ${line}`)
}
const share = (part: number): string => `${((part / fields) * 100).toFixed(1)} %`
console.log(`${fields} fields: ${share(found)} found, ${share(meant)} meant, ${alarms} alarms`)
await browser.close()
