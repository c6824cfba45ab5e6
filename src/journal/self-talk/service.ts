import type { Context } from '../../context.ts'
import { say } from '../../language/say.ts'
import { type Analysis, analyse, type Finding } from '../../language/self-talk/analysis.ts'
import { supportFor } from '../support/service.ts'
import { questionFor } from './rules.ts'
import { countRecords } from './store.ts'

/** Findings of several texts, each with its question; the records are counted once, and only where there is a finding. */
const withQuestions = async (ctx: Context, texts: readonly Finding[][]) => {
  if (texts.every((findings) => findings.length === 0)) return texts.map(() => [])
  const records = await countRecords(ctx.db, ctx.accountId, ctx.now)
  return texts.map((findings) =>
    findings.map((finding) => {
      const { code, basis } = questionFor(finding.types[0] ?? 'labeling', records)
      return { ...finding, question: say(ctx.language, code, basis) }
    }),
  )
}

/** Where help is, if one of these levels calls for it. */
export const supportOf = (ctx: Context, levels: readonly Analysis['support'][]) => {
  const level = levels.includes('explicit') ? 'explicit' : levels.find((it) => it !== undefined)
  return level && supportFor(ctx, level)
}

/** What the wording of a text may hold; nothing of it is kept. */
export const checkText = async (ctx: Context, text: string) => {
  const { findings, support } = analyse(text)
  const [asked = []] = await withQuestions(ctx, [findings])
  const help = supportOf(ctx, [support])
  return { language: 'en' as const, findings: asked, ...(help && { support: help }) }
}

type Written = { text: string; selfTalkDismissed: boolean }

/**
 * The wording of the answers of a reflection: what they are, each with its findings, and where help is if one calls for
 * it. What its owner called a fact is not brought up again.
 */
export const readWording = async <Entry extends Written>(ctx: Context, entries: readonly Entry[]) => {
  const read = entries.map(({ text }) => analyse(text))
  const shown = read.map(({ findings }, at) => (entries[at]?.selfTalkDismissed ? [] : findings))
  const asked = await withQuestions(ctx, shown)
  return {
    entries: entries.map((entry, at) => ({ ...entry, selfTalk: asked[at] ?? [] })),
    levels: read.map(({ support }) => support),
  }
}
