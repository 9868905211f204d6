import { Button } from '@fluentui/react-components'
import { AskPanel, MessageBox } from '@postloan/core/ui'
import { useRef, useState } from 'react'

import type { PackOffer, PackView as Pack, PolicyView, SettingsView } from '../session/types.ts'
import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.rules

/** The branch's own packs: what they change, who signed them, and the way to take or drop one. */
export function PackView() {
  const { session, state } = useSession()
  const [offer, setOffer] = useState<PackOffer | null>(null)
  const [dropping, setDropping] = useState<Pack | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const { policy } = state

  const read = (chosen: File | undefined): void => {
    if (!chosen) return
    start(
      chosen
        .arrayBuffer()
        .then((bytes) => session.readPack(chosen.name, new Uint8Array(bytes)))
        .then(setOffer),
    )
  }
  return (
    <div className="pane-pad">
      {policy && policy.packs.length === 0 && !policy.settings ? <p>{words.builtIn}</p> : null}
      {policy?.settings ? <Settings settings={policy.settings} /> : null}
      {policy?.packs.map((pack) => (
        <section key={pack.id} className="pane-pack">
          <PackHead pack={pack} />
          <Button size="small" onClick={() => setDropping(pack)}>
            {words.drop}
          </Button>
        </section>
      ))}
      {dropping ? (
        <AskPanel
          title={words.dropAsk(dropping.title)}
          answers={[
            {
              label: words.dropYes,
              onClick: () => {
                setDropping(null)
                start(session.dropPack(dropping.id))
              },
            },
          ]}
          onCancel={() => setDropping(null)}
          cancelLabel={paneWords.cancel}
        >
          <p>{words.dropText}</p>
        </AskPanel>
      ) : null}
      {offer ? <Offer offer={offer} onDone={() => setOffer(null)} /> : null}
      <p className="pane-load">
        <Button onClick={() => file.current?.click()}>{words.load}</Button>{' '}
        <span className="pl-quiet">{words.loadHint}</span>
      </p>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json"
        aria-label={words.load}
        onChange={(event) => {
          read(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      {policy ? <Changes changes={policy.changes} /> : null}
      {policy && policy.notes.length > 0 ? (
        <section className="pane-section">
          <h3 className="pl-heading">{words.notes}</h3>
          <ul className="pane-lines">
            {policy.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

/** Parameters and rules written in the workbook itself: they hold as long as they stand there. */
function Settings({ settings: { pack, problems } }: { readonly settings: SettingsView }) {
  return (
    <section className="pane-section">
      <h3 className="pl-heading">{words.settings}</h3>
      <p>
        {pack ? `${words.unsigned}。` : words.settingsNone}{' '}
        <span className="pl-quiet">{words.settingsHint}</span>
      </p>
      {problems.length > 0 ? (
        <>
          <p>
            <b>{words.settingProblems(problems.length)}</b>
          </p>
          <ul className="pane-lines">
            {problems.slice(0, 50).map(({ place, message }) => (
              <li key={`${place}${message}`}>
                <span className="pl-quiet">{place}</span> {message}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function PackHead({ pack }: { readonly pack: Pack }) {
  return (
    <div>
      <b>{words.packTitle(pack.level, pack.title, pack.version)}</b>
      <span className="pl-block pl-quiet">
        {words.issuer} {pack.issuer}
      </span>
      <span className="pl-block pl-quiet">
        {pack.signedBy ? words.signedBy(pack.signedBy.signer, pack.signedBy.keyFingerprint) : words.unsigned}
      </span>
    </div>
  )
}

/** A pack that was looked over and waits to be taken. */
function Offer({ offer, onDone }: { readonly offer: PackOffer; readonly onDone: () => void }) {
  const { session } = useSession()
  const problems =
    offer.problems.length > 0 ? (
      <>
        <p>
          <b>{words.problems}</b>
        </p>
        <ul className="pane-lines">
          {offer.problems.slice(0, 20).map((problem) => (
            <li key={`${problem.line}:${problem.column}:${problem.message}`}>
              <span className="pl-quiet">{words.problemAt(problem.line, problem.column)}</span>{' '}
              {problem.message}
            </li>
          ))}
        </ul>
      </>
    ) : null
  if (offer.state === 'refused') {
    return (
      <>
        <MessageBox
          intent="error"
          title={words.refused(offer.fileName)}
          text={offer.reason}
          dismiss={{ label: paneWords.close, onClick: onDone }}
        />
        {problems}
      </>
    )
  }
  return (
    <AskPanel
      title={words.offer(offer.pack?.title ?? offer.fileName)}
      answers={[
        {
          label: offer.state === 'newKey' ? words.takeNewKey : words.take,
          onClick: () => {
            onDone()
            start(session.takePack(offer))
          },
        },
      ]}
      onCancel={onDone}
      cancelLabel={paneWords.cancel}
    >
      {offer.pack ? <PackHead pack={offer.pack} /> : null}
      {offer.state === 'newKey' ? <p>{words.newKey}</p> : null}
      {problems}
      <Changes changes={offer.changes} />
    </AskPanel>
  )
}

function Changes({ changes }: { readonly changes: PolicyView['changes'] }) {
  if (changes.length === 0) return null
  return (
    <section className="pane-section">
      <h3 className="pl-heading">{words.changes}</h3>
      <ul className="pane-lines">
        {changes.map((change) => (
          <li key={`${change.origin.id}${change.part}${change.id}`}>
            {change.subject} {change.taken ? null : <span className="pl-tag">{words.notTaken}</span>}{' '}
            {words.direction[change.direction] ? (
              <span className="pl-tag">{words.direction[change.direction]}</span>
            ) : null}
            <span className="pl-block pl-quiet">
              {words.changeFromTo(change.before, change.after)}
              {change.reason ? ` ${change.reason}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
