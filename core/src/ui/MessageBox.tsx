import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'

import { LineIcon } from './LineIcon.tsx'

export interface MessageBoxProps {
  readonly intent: 'error' | 'warning' | 'info' | 'success'
  readonly title: string
  readonly text: string
  /** The way out. */
  readonly action?: { readonly label: string; readonly onClick: () => void }
  readonly dismiss?: { readonly label: string; readonly onClick: () => void }
}

/** Signs of our own: Fluent's are a diamond and a filled triangle, which stand for severities here. What did not happen, what is safe, and the way out. Stays until it is closed. */
export function MessageBox({ intent, title, text, action, dismiss }: MessageBoxProps) {
  return (
    <MessageBar
      intent={intent}
      layout="multiline"
      className={`pl-message pl-message-${intent}`}
      icon={<LineIcon name={intent} size={16} />}
    >
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <span className="pl-message-text">{text}</span>
      </MessageBarBody>
      {action || dismiss ? (
        <MessageBarActions>
          {action ? (
            <Button
              size="small"
              appearance={intent === 'error' || intent === 'warning' ? 'primary' : 'secondary'}
              onClick={action.onClick}
            >
              {action.label}
            </Button>
          ) : null}
          {dismiss ? (
            <Button size="small" onClick={dismiss.onClick}>
              {dismiss.label}
            </Button>
          ) : null}
        </MessageBarActions>
      ) : null}
    </MessageBar>
  )
}
