import type { ViewGuide } from '../engine/index.ts'
import { panelWords } from './messages.ts'

const words = panelWords.guide

/** What to look at, listen for and ask on a visit, each with what page and ledger say already, to be compared. */
export function GuideView({ guides }: { readonly guides: readonly ViewGuide[] }) {
  if (guides.length === 0) return null
  return (
    <section className="px-guides" aria-label={words.title}>
      <h3 className="px-section">{words.title}</h3>
      {guides.map((guide) => (
        <details key={guide.id}>
          <summary>{guide.name}</summary>
          {guide.sections.map((section) => (
            <div key={section.name}>
              <h4 className="px-section">{section.name}</h4>
              <ol className="px-questions">
                {section.questions.map(({ id, text, known }) => (
                  <li key={id}>
                    {text}
                    {known === '' ? null : <span className="pl-quiet pl-block">{words.known(known)}</span>}
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </details>
      ))}
    </section>
  )
}
