import { MessageBox } from '@postloan/core/ui'

import { panelWords } from './messages.ts'

const words = panelWords.noAnswer

/** The engine did not answer: what that does not touch, and the way to ask again. */
export function NoAnswer({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <div className="px-pad">
      <MessageBox
        intent="error"
        title={words.title}
        text={words.text}
        action={{ label: words.again, onClick: onAgain }}
      />
    </div>
  )
}
