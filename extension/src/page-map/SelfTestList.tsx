import type { SelfTestLine } from '../background/panelMessages.ts'
import { mapWords as words } from './messages.ts'

/** What each field of a map found on a page. */
export function SelfTestList({ lines }: { readonly lines: readonly SelfTestLine[] }) {
  const { missing, several, empty, found, once, inBrowser } = words.test
  return (
    <section aria-live="polite">
      <h2 className="px-section">{words.tested}</h2>
      <p>{found(lines.filter((line) => line.found === 1).length, lines.length)}</p>
      <ul className="px-items">
        {lines.map((line) => (
          <li key={line.field}>
            <span className="px-item-text">{line.field}</span>
            <span className="pl-quiet">
              {line.found === null
                ? inBrowser
                : line.found === 0
                  ? missing
                  : line.found > 1
                    ? several(line.found)
                    : line.value === null
                      ? once
                      : line.value === ''
                        ? empty
                        : line.value}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
