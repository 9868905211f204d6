import { Button } from '@fluentui/react-components'
import { lintPageMap } from '@postloan/core/check/pack'
import type { Policy } from '@postloan/core/policy'
import { pageMapSchema } from '@postloan/core/policy/pack'
import { EmptyState } from '@postloan/core/ui'
import { useEffect, useState } from 'react'
import { z } from 'zod'

import type { SelfTestLine } from '../background/panelMessages.ts'
import { mapWords } from '../page-map/messages.ts'
import type { PageMap } from '../page-map/pageMapSchema.ts'
import { SelfTestList } from '../page-map/SelfTestList.tsx'
import { testOnFiles } from '../page-map/testOnFiles.ts'
import { ask } from '../panel/ask.ts'
import { downloadText } from '../panel/downloadText.ts'
import { FileButton } from '../panel/FileButton.tsx'
import { usePolicy } from '../panel/usePolicy.ts'

const words = mapWords.list
const fileSchema = z.union([
  z.array(pageMapSchema),
  z.looseObject({ pageMaps: z.array(pageMapSchema) }).transform(({ pageMaps }) => pageMaps),
])

/** The page maps of this machine: what the linter says of each, out to a file and in from one (or from a policy pack). */
export function MapsPart() {
  const [maps, setMaps] = useState<readonly PageMap[]>([])
  const [told, setTold] = useState('')
  const [tested, setTested] = useState<{
    readonly id: string
    readonly lines: readonly SelfTestLine[]
  } | null>(null)
  const policy = usePolicy()?.policy
  const load = (): void =>
    void ask<'maps'>({ ask: 'maps' }).then((kept) => setMaps((kept ?? []).map(({ map }) => map)))
  useEffect(load, [])
  const take = async (file: File): Promise<void> => {
    const read = fileSchema.safeParse(parse(await file.text()))
    if (!read.success) return setTold(words.notRead)
    for (const map of read.data) await ask<'saveMap'>({ ask: 'saveMap', map })
    setTold(words.imported(read.data.length))
    load()
  }
  const tryOn = async (map: PageMap, files: readonly File[], inForce: Policy): Promise<void> => {
    const read = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())))
    setTested({ id: map.id, lines: testOnFiles(map, read, inForce) })
  }
  return (
    <section className="px-box">
      <h2>{words.title}</h2>
      {maps.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : null}
      {maps.map((map) => {
        const faults = policy ? lintPageMap(map, policy) : []
        return (
          <div key={map.id} className="px-setting">
            <span>{map.name ?? map.id}</span>
            <span>
              {map.host}
              {map.path} · {words.fields(map.fields.length)}
              {faults.length === 0 ? <span className="pl-quiet pl-block">{words.fine}</span> : null}
              {faults.map((fault) => (
                <span key={`${fault.part}${fault.at}${fault.code}`} className="pl-block">
                  {fault.part === 'fields' ? `${map.fields[fault.at]?.field ?? ''}：` : ''}
                  {fault.message}
                </span>
              ))}
              {tested?.id === map.id ? <SelfTestList lines={tested.lines} /> : null}
            </span>
            <span className="px-row">
              <FileButton
                label={mapWords.selfFile}
                accept=".html,.htm"
                several
                disabled={!policy}
                onFiles={(files) => {
                  if (policy) void tryOn(map, files, policy)
                }}
              />
              <Button size="small" onClick={() => save(`${map.id}.json`, [map])}>
                {words.export}
              </Button>
              <Button
                size="small"
                onClick={() => void ask<'dropMap'>({ ask: 'dropMap', id: map.id }).then(load)}
              >
                {words.delete}
              </Button>
            </span>
          </div>
        )
      })}
      <p className="px-row px-pad">
        <FileButton
          label={words.import}
          accept=".json"
          onFiles={([file]) => {
            if (file) void take(file)
          }}
        />
        {maps.length > 1 ? (
          <Button size="small" onClick={() => save('页面配置.json', maps)}>
            {words.exportAll}
          </Button>
        ) : null}
        <output>{told}</output>
      </p>
    </section>
  )
}

function save(name: string, maps: readonly PageMap[]): void {
  downloadText(name, `${JSON.stringify({ pageMaps: maps }, null, 2)}\n`, 'application/json')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
