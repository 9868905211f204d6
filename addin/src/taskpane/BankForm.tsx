import { Input } from '@fluentui/react-components'
import { useId } from 'react'

import type { BankDetails } from '../session/paperTypes.ts'
import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.documents
const fields = ['bankName', 'orgName', 'phone', 'address', 'complaintPhone', 'supervisor'] as const

/** What documents say of the bank, which no ledger holds; kept on this machine. */
export function BankForm() {
  const { session, state } = useSession()
  const id = useId()
  const { bank } = state.settings
  const change = (field: keyof BankDetails, value: string): void => {
    const { [field]: _before, ...others } = bank
    start(session.setSettings({ bank: value.trim() === '' ? others : { ...others, [field]: value } }))
  }
  return (
    <details className="pane-bank">
      <summary>{words.bank}</summary>
      <p className="pl-quiet">{words.bankHint}</p>
      <div className="pane-form">
        {fields.map((field) => (
          <span key={field} className="pane-form-row">
            <label htmlFor={`${id}-${field}`}>{words.bankFields[field]}</label>
            <Input
              id={`${id}-${field}`}
              size="small"
              value={bank[field] ?? ''}
              onChange={(_, { value }) => change(field, value)}
            />
          </span>
        ))}
      </div>
    </details>
  )
}
