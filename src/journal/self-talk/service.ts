import type { Context } from '../../context.ts'
import { todayOf } from '../../identity/accounts/service.ts'
import { say } from '../../language/say.ts'
import { analyse, type Finding } from '../../language/self-talk/analysis.ts'
import type { SupportLevel } from '../../language/self-talk/crisis.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { supportFor } from '../support/service.ts'
import { countRecords } from './store.ts'

const NOTHING = { applications: 0, interviews: 0, decided: 0, advanced: 0, offers: 0, questions: 0, well: 0 }

/** Findings with their questions: the records are counted once, and only where there is something to ask. */
const askAbout = async <Found extends Finding>(ctx: Context, findings: readonly Found[]) => {
  if (findings.length === 0) return []
  const present = { now: ctx.now, today: await todayOf(ctx) }
  const records = (await countRecords(ctx.db, ctx.accountId, present)) ?? NOTHING
  return findings.map((finding) => {
    const [type = 'labeling'] = finding.types
    return { ...finding, question: say(ctx.language, `question_${type}`, records) }
  })
}

/** Where help is, if one of these calls for it. */
export const supportAt = (ctx: Context, read: readonly { level?: SupportLevel | undefined }[]) => {
  const levels = new Set(read.map(({ level }) => level))
  if (levels.has('explicit')) return { support: supportFor(ctx, 'explicit') }
  return levels.has('soft') ? { support: supportFor(ctx, 'soft') } : {}
}

/** What the wording of a text may hold; nothing of it is kept. */
export const checkText = async (ctx: Context, text: string) => {
  const { findings, support: level } = analyse(text)
  return { language: 'en' as const, findings: await askAbout(ctx, findings), ...supportAt(ctx, [{ level }]) }
}

type Written = { text: string; selfTalkDismissed: boolean }

/** An entry as it is shown to a coach: how its wording may be read is for its owner alone. */
const unread = <Entry extends Written>(entry: Entry) => ({
  ...entry,
  selfTalkDismissed: false,
  selfTalk: [],
  level: undefined,
})

/**
 * Entries with what their wording may hold, and whether it calls for support. What its owner called a fact is not brought
 * up again.
 */
export const readWording = async <Entry extends Written>(ctx: Context, entries: readonly Entry[]) => {
  if (asksAsCoach(ctx)) return entries.map(unread)
  const read = entries.map((entry) => ({ entry, ...analyse(entry.text) }))
  const shown = read.flatMap(({ entry, findings }) =>
    entry.selfTalkDismissed ? [] : findings.map((finding) => ({ ...finding, entry })),
  )
  const asked = Map.groupBy(await askAbout(ctx, shown), ({ entry }) => entry)
  return read.map(({ entry, support }) => ({ ...entry, selfTalk: asked.get(entry) ?? [], level: support }))
}
