import type { Policy, Rule, RuleCase } from '../policy/index.ts'
import { Basis } from './FindingCard.tsx'
import { uiWords } from './messages.ts'
import { ParameterRows } from './ParameterList.tsx'
import { givenText, parametersOf } from './ruleText.ts'
import { LevelWord } from './tags.tsx'

const words = uiWords.rule

/** What a rule checks, on what ground, with which figures, and how it answers in examples. */
export function RulePage({ rule, policy }: { readonly rule: Rule; readonly policy: Policy }) {
  const parameters = parametersOf(rule, policy)
  return (
    <article className="pl-rule">
      <h2 className="pl-heading">
        {rule.nameZh} <span className="pl-quiet pl-regular pl-keep">{rule.id}</span>
      </h2>
      <p className="pl-rule-tags">
        <span className="pl-tag">{words.table(rule.table)}</span>
        <span className="pl-tag">{words.grain(rule.grain)}</span>
        {rule.legalFloor ? <span className="pl-tag pl-source-verified">{words.legalFloor}</span> : null}
        {rule.segments === 'all'
          ? null
          : rule.segments.map((segment) => (
              <span key={segment} className="pl-tag">
                {segment}
              </span>
            ))}
      </p>
      {rule.note ? <p>{rule.note}</p> : null}
      {rule.cases.map((one) => (
        <Case key={one.id} one={one} policy={policy} isOnly={rule.cases.length === 1} />
      ))}
      {parameters.length > 0 ? (
        <section>
          <h3 className="pl-subheading">{words.parameters}</h3>
          <ParameterRows parameters={parameters} policy={policy} />
        </section>
      ) : null}
      {rule.examples.length > 0 ? (
        <section>
          <h3 className="pl-subheading">{words.examples}</h3>
          <ul className="pl-examples">
            {rule.examples.map((example, at) => (
              <li key={at}>
                <span className="pl-quiet">{givenText(example.given)}</span>
                <b className="pl-keep">{words.example[example.outcome]}</b>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  )
}

function Case({ one, policy, isOnly }: { one: RuleCase; policy: Policy; isOnly: boolean }) {
  const sources = one.sources.flatMap((id) => policy.sources.filter((source) => source.id === id))
  return (
    <section className="pl-rule-case">
      <h3 className="pl-subheading">
        {isOnly ? null : `${words.case(one.id)} `}
        {one.kind === 'due' ? (
          <span className="pl-tag">{uiWords.due}</span>
        ) : (
          <>
            <LevelWord level={one.severity} />
            {one.kind === 'lead' ? <span className="pl-tag">{uiWords.lead}</span> : null}
          </>
        )}
      </h3>
      <dl className="pl-card-facts">
        {one.applies ? (
          <>
            <dt>{words.applies}</dt>
            <dd className="pl-code">{one.applies}</dd>
          </>
        ) : null}
        <dt>{words.when}</dt>
        <dd className="pl-code">{one.when}</dd>
        <dt>{words.says}</dt>
        <dd>{one.message}</dd>
        <dt>{words.remedy}</dt>
        <dd>{one.remedy}</dd>
        {one.needs.length > 0 ? (
          <>
            <dt>{words.needs}</dt>
            <dd>{one.needs.join(uiWords.and)}</dd>
          </>
        ) : null}
        <dt>{words.basis}</dt>
        <dd>
          <Basis
            basis={sources.map((source) => ({
              title: source.title,
              article: source.article ?? '',
              status: source.status,
              effective: source.effective ?? '',
            }))}
          />
        </dd>
      </dl>
    </section>
  )
}
