import { formatIsoDay } from '@postloan/core/calendar'
import { fingerprintPolicy } from '@postloan/core/check'
import type { SubjectReport } from '@postloan/core/check'
import { browser } from 'wxt/browser'

import {
  closeRound,
  markTodo,
  record,
  saveChoice,
  saveNote,
  saveSettings,
  saveTick,
  saveWaiver,
  saveWrongReport,
  settle,
  storeWords,
  verifyLog,
} from '../store/index.ts'
import { showBadge, todos } from './badge.ts'
import { lastCheck, pageView, wakeTime } from './checkTab.ts'
import { moveDock, takeAwayDock } from './dock.ts'
import { tellPanels } from './news.ts'
import { forgetNotice, noticeOf } from './notice.ts'
import type { Answers, Ask, PanelRequest } from './panelMessages.ts'
import { placesOn } from './placesOn.ts'
import { point } from './pointing.ts'
import { fixedHosts } from './registerAgent.ts'
import { selfTest } from './selfTest.ts'
import { noteSidePanel } from './sidePanel.ts'
import { policyInForce, settings, store, today } from './state.ts'
import { chooseMark, step } from './stepMarks.ts'
import { renew, takeSettings } from './takeSettings.ts'
import { forgetUpdate, updatedTo } from './updateNews.ts'

/** Answers one of our own pages. `tab` is the tab of the page that asks, where it is framed in a bank's page. */
export async function answerPanel(request: PanelRequest, framedIn: number | null): Promise<Answers[Ask]> {
  const tab = framedIn ?? ('tab' in request ? (request.tab ?? null) : null)
  const { values } = await settings()
  const by = values.userName || storeWords.officer
  switch (request.ask) {
    case 'page': {
      if (tab === null)
        return {
          tab,
          view: null,
          notice: null,
          notes: [],
          userName: values.userName,
          switchedOn: values.on,
          milliseconds: 0,
          updated: await updatedTo(),
        }
      const { view, milliseconds } = await pageView(tab)
      const { loan } = view
      return {
        tab,
        view,
        notice: await noticeOf(tab, view),
        notes: loan ? await store.notes.where('loan').equals(loan.key).toArray() : [],
        userName: values.userName,
        switchedOn: values.on,
        milliseconds,
        updated: await updatedTo(),
      }
    }
    case 'tick': {
      const { ask: _, verdict, note, ...rest } = request
      const saved = await settle(() =>
        saveTick(store, {
          ...rest,
          by,
          ...(verdict ? { verdict } : {}),
          ...(note === undefined ? {} : { note }),
        }),
      )
      await renew()
      return saved
    }
    case 'note': {
      const saved = await settle(() => saveNote(store, request.loan, request.text, by))
      tellPanels({ to: 'panel', news: 'store' })
      return saved
    }
    case 'closeRound': {
      const saved = await settle(() => closeRound(store, request.loan, request.stage, by))
      await renew()
      return saved
    }
    case 'choose': {
      const { loan, loanType, stage } = request
      const saved = await settle(() => saveChoice(store, loan, { loanType, stage }))
      await renew()
      return saved
    }
    case 'places':
      return tab === null ? [] : placesOn(tab)
    case 'go':
      return tab === null ? false : chooseMark(tab, request.id, true)
    case 'step':
      return tab === null ? false : step(tab, request.by)
    case 'waive':
    case 'wrong': {
      const subject = tab === null ? null : await subjectOf(tab, request.finding)
      if (!subject) return { ok: false, code: 'failed', message: storeWords.failed }
      const { loan } = subject
      const terms = { by: request.by, on: formatIsoDay(today()) }
      const { policy } = await policyInForce()
      const saved = await settle(() =>
        request.ask === 'waive'
          ? saveWaiver(
              store,
              subject.report,
              { ...terms, reason: request.reason, until: request.until },
              loan,
            )
          : saveWrongReport(
              store,
              subject.report,
              { ...terms, what: request.what, policy: fingerprintPolicy(policy) },
              loan,
            ),
      )
      await renew()
      return saved
    }
    case 'records':
      return {
        log: await (request.loan === ''
          ? store.log.orderBy('seq').reverse().limit(500).toArray()
          : store.log.where('loan').equals(request.loan).reverse().sortBy('seq')),
        notes: request.loan === '' ? [] : await store.notes.where('loan').equals(request.loan).toArray(),
      }
    case 'verify':
      return verifyLog(store)
    case 'todos':
      return todos()
    case 'todo': {
      const { ask: _, ...todo } = request
      const saved = await settle(() => markTodo(store, todo, by))
      await showBadge()
      tellPanels({ to: 'panel', news: 'store' })
      return saved
    }
    case 'settings':
      return settingsView()
    case 'set': {
      const { managed } = await settings()
      const allowed = Object.fromEntries(
        Object.entries(request.changed).filter(([name]) => !managed.some((one) => one === name)),
      )
      const text = storeWords.setting(Object.keys(allowed).join('、'))
      const saved = await settle(async () => {
        await saveSettings(store, allowed)
        await record(store, { by, kind: 'setting', loan: '', text }, [], async () => {})
      })
      await takeSettings()
      return saved
    }
    case 'storeChanged':
      await takeSettings()
      await showBadge()
      return true
    case 'dock':
      return tab === null ? null : moveDock(tab, request)
    case 'dockAway':
      if (tab === null) return true
      if (framedIn === null) await noteSidePanel(tab)
      await takeAwayDock(tab)
      return true
    case 'noticeSeen':
      if (tab !== null) await forgetNotice(tab)
      return true
    case 'updateSeen':
      await forgetUpdate()
      return true
    case 'pointing': {
      if (tab === null) return false
      await point(tab, request.on, request.assigned)
      return true
    }
    case 'maps':
      return store.pageMaps.toArray()
    case 'saveMap': {
      const { pageMapSchema } = await import('@postloan/core/policy/pack')
      const read = pageMapSchema.safeParse(request.map)
      if (!read.success) return { ok: false, code: 'failed', message: read.error.issues[0]?.message ?? '' }
      const { id, host } = read.data
      const kept = { id, host, map: read.data, at: new Date().toISOString() }
      const saved = await settle(() => store.pageMaps.put(kept))
      await renew()
      return saved
    }
    case 'dropMap': {
      const saved = await settle(() => store.pageMaps.delete(request.id))
      await renew()
      return saved
    }
    case 'selfTest':
      return tab === null ? null : selfTest(tab, request.id)
  }
}

async function subjectOf(
  tab: number,
  finding: string,
): Promise<{ readonly report: SubjectReport; readonly loan: string } | null> {
  const { checked } = await lastCheck(tab)
  const report = checked.subjects.get(finding)
  return report ? { report, loan: checked.view.loan?.key ?? '' } : null
}

async function settingsView(): Promise<Answers['settings']> {
  const [inForce, { policy }, ledger, logEntries] = await Promise.all([
    settings(),
    policyInForce(),
    store.ledgers.toCollection().first(),
    store.log.count(),
  ])
  return {
    ...inForce,
    ledger: ledger ?? null,
    rules: { all: policy.rules.length, fields: policy.fields.length, parameters: policy.parameters.length },
    logEntries,
    registered: (await browser.scripting.getRegisteredContentScripts({ ids: ['agent'] }))[0]?.matches ?? [],
    fixed: fixedHosts(),
    wake: wakeTime(),
  }
}
