import { MessageBox } from '@postloan/core/ui'
import { Component, type ReactNode } from 'react'

import { paneWords } from './paneWords.ts'

/** A fault of ours in one pane leaves the others in reach. */
export class CatchFaults extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    const words = paneWords.broken
    if (!this.state.isBroken) return this.props.children
    return (
      <div className="pane-pad">
        <MessageBox
          intent="error"
          title={words.title}
          text={words.text}
          action={{ label: words.again, onClick: () => this.setState({ isBroken: false }) }}
        />
      </div>
    )
  }
}
