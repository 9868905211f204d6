import { Button } from '@fluentui/react-components'
import { dayOf } from '@postloan/core/calendar'
import { MessageBox } from '@postloan/core/ui'
import { useState } from 'react'

import { downloadText } from '../panel/downloadText.ts'
import { makeTemplate } from './makeTemplate.ts'
import { optionWords } from './messages.ts'
import { Setting } from './Setting.tsx'

const words = optionWords.policy
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The button for the workbook that a team lead hands out, written from the policy in force. */
export function TemplateSetting({
  packs,
  trustedKeys,
}: {
  readonly packs: readonly string[]
  readonly trustedKeys: readonly string[]
}) {
  const [isMaking, setMaking] = useState(false)
  const [fault, setFault] = useState('')
  const make = async (): Promise<void> => {
    setMaking(true)
    setFault('')
    // the day here, not in Greenwich
    const now = new Date()
    const issued = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
    const made = await makeTemplate({ packs, trustedKeys, issued })
    setMaking(false)
    if (made.ok) downloadText(words.templateFile, made.bytes, workbookType)
    else setFault(`${words.templateRetry}（${made.why}）`)
  }
  return (
    <>
      {fault === '' ? null : <MessageBox intent="error" title={words.templateFault} text={fault} />}
      <Setting name={words.template} text={words.templateText}>
        <Button size="small" disabled={isMaking} onClick={() => void make()}>
          {isMaking ? words.making : words.makeTemplate}
        </Button>
      </Setting>
    </>
  )
}
