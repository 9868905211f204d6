import { Button } from '@fluentui/react-components'
import { AskPanel, MessageBox } from '@postloan/core/ui'
import { useEffect, useState } from 'react'

import { FileButton } from '../panel/FileButton.tsx'
import type { PartProps } from './GeneralPart.tsx'
import { optionWords } from './messages.ts'
import { offerPack, type PackOffer, type PackView, viewPack } from './offerPack.ts'
import { ManagedTag, Setting } from './Setting.tsx'
import { TemplateSetting } from './TemplateSetting.tsx'

const words = optionWords.policy

interface KeptPack {
  readonly text: string
  readonly pack: PackView | null
}

type NewKey = Exclude<PackOffer, { readonly state: 'refused' }>

/** The policy packs in force: who signed each, and what of it holds. */
export function PolicyBox({ settings, change }: PartProps) {
  const { values, managed, rules } = settings
  const { packs: texts, trustedKeys } = values
  const [fault, setFault] = useState<string | null>(null)
  const [asked, setAsked] = useState<NewKey | null>(null)
  const [packs, setPacks] = useState<readonly KeptPack[]>([])
  const isManaged = managed.includes('packs')
  useEffect(() => {
    let isOver = false
    const look = async (): Promise<void> => {
      const seen = await Promise.all(
        texts.map(async (text) => ({ text, pack: await viewPack(text, trustedKeys) })),
      )
      if (!isOver) setPacks(seen)
    }
    void look()
    return () => {
      isOver = true
    }
  }, [texts, trustedKeys])
  const keep = async ({ text, pack }: NewKey, trust: readonly string[]): Promise<void> => {
    setAsked(null)
    const others = packs.filter((one) => one.pack?.id !== pack.id).map((one) => one.text)
    await change({
      packs: [...others, text],
      ...(trust.length > 0 ? { trustedKeys: [...trustedKeys, ...trust] } : {}),
    })
  }
  const take = async (file: File): Promise<void> => {
    setAsked(null)
    const offer = await offerPack(new Uint8Array(await file.arrayBuffer()), trustedKeys)
    if (offer.state === 'refused') {
      setFault([offer.reason, words.problems(offer.problems)].filter((text) => text !== '').join('\n'))
      return
    }
    setFault(null)
    // where the bank has named its keys, nobody else adds one
    if (offer.state === 'newKey' && !managed.includes('trustedKeys')) setAsked(offer)
    else await keep(offer, [])
  }
  return (
    <section className="px-box">
      <h2>
        {words.title} {isManaged ? <ManagedTag /> : null}
      </h2>
      {fault === null ? null : <MessageBox intent="error" title={words.wrong} text={fault} />}
      {asked?.pack.signedBy ? (
        <AskPanel
          title={words.keyAsk(asked.pack.title, asked.pack.signedBy.signer)}
          answers={[
            {
              label: words.keyYes,
              onClick: () => void keep(asked, [asked.pack.signedBy?.fingerprint ?? '']),
            },
            { label: words.keyNo, onClick: () => void keep(asked, []) },
          ]}
          onCancel={() => setAsked(null)}
          cancelLabel={words.cancel}
        >
          <p className="pl-quiet">{words.keyText}</p>
          <code>{asked.pack.signedBy.fingerprint}</code>
        </AskPanel>
      ) : null}
      {packs.map(({ text, pack }) => (
        <Setting
          key={text}
          name={words.pack}
          text={pack ? `${pack.title} ${pack.version}　${words.standing(pack)}` : words.unreadable}
        >
          {isManaged ? null : (
            <Button size="small" onClick={() => void change({ packs: texts.filter((one) => one !== text) })}>
              {words.remove}
            </Button>
          )}
        </Setting>
      ))}
      {texts.length === 0 ? <Setting name={words.pack} text={words.none} /> : null}
      <Setting name={words.rules} text={words.rulesOf(rules.all, rules.parameters)}>
        {isManaged ? null : (
          <FileButton
            label={words.import}
            accept=".json"
            onFiles={([file]) => {
              if (file) void take(file)
            }}
          />
        )}
      </Setting>
      <TemplateSetting packs={texts} trustedKeys={trustedKeys} />
    </section>
  )
}
