import { uiWords as words } from './messages.ts'

/** Names may be cut; a loan number never is. */
export function SecondLine({
  parts,
}: {
  readonly parts: readonly { readonly text: string; readonly isName: boolean }[]
}) {
  const shown = parts.filter(({ text }) => text !== '')
  return (
    <span className="pl-item-second">
      {shown.map(({ text, isName }, at) => (
        <span key={text} className={isName ? 'pl-item-name' : 'pl-keep'} title={isName ? text : undefined}>
          {at > 0 ? words.dot : ''}
          {text}
        </span>
      ))}
    </span>
  )
}
