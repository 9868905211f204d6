import { LineIcon } from '@postloan/core/ui'
import type { ReactNode } from 'react'

import { optionWords as words } from './messages.ts'

interface SettingProps {
  readonly name: string
  readonly text?: ReactNode
  readonly isManaged?: boolean
  readonly children?: ReactNode
}

/** A line of the options: what it is, what it does, and the control, with the tag where the bank has set it. */
export function Setting({ name, text, isManaged = false, children }: SettingProps) {
  return (
    <div className="px-setting">
      <span>{name}</span>
      <span>{text}</span>
      <span className="px-row">
        {isManaged ? <ManagedTag /> : null}
        {children}
      </span>
    </div>
  )
}

export function ManagedTag() {
  return (
    <span className="pl-tag">
      <LineIcon name="lock" size={12} /> {words.managed}
    </span>
  )
}
