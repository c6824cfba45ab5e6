import type { Context } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { getApplication } from '../../journal/applications/service.ts'
import { getInterview } from '../../journal/interviews/service.ts'
import { getPitch, listPitches } from '../../journal/pitches/service.ts'
import { listStudyItemsById } from '../../journal/study-items/service.ts'
import { suggestAchievements } from '../../journal/suggestions/service.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { holdsScope } from '../../platform/scopes.ts'
import { dayIn, periodIn } from '../../platform/time-zones.ts'
import { MOST, pitchReading, WRITTEN, wentWellOf } from './rules.ts'
import {
  findEarlierQuestions,
  findItems,
  findPitchUses,
  findPlans,
  findWentWell,
  type Round,
} from './store.ts'

const roundOf = async (ctx: Context, id: string) => {
  const { applicationId, round, kind, startsAt, heldOn, pitchId } = await getInterview(ctx, id)
  const { company, tags } = await getApplication(ctx, applicationId)
  const { timeZone } = await getOwnAccount(ctx)
  const on = heldOn ?? dayIn(timeZone, startsAt ?? ctx.now)
  const day = periodIn(timeZone, on, on)
  return { round: { interviewId: id, applicationId, company, round, kind, tags, day }, pitchId }
}

const part = <Row extends { total: number }>(rows: Row[]) => ({
  shown: rows.map(({ total: _, ...row }) => row),
  left: (rows[0]?.total ?? 0) - rows.length,
})

const itemsFor = async (ctx: Context, round: Round) => {
  const { shown, left } = part(await findItems(ctx.db, ctx.accountId, round, MOST.studyItems))
  const ids = shown.map(({ id }) => id)
  const items = new Map((await listStudyItemsById(ctx, ids)).map((item) => [item.id, item]))
  const fits = shown.flatMap(({ id, because }) => {
    const item = items.get(id)
    return item ? [{ ...item, because }] : []
  })
  return { shown: fits, left }
}

const pitchFor = async (ctx: Context, pitchId: string | null) => {
  const [newest] = pitchId === null ? (await listPitches(ctx, { limit: 1, archived: false })).data : []
  const pitch = pitchId === null ? newest : await getPitch(ctx, pitchId)
  if (!pitch) return null
  const { id, title, text } = pitch
  const { used, ledOn, ledOnRate } = pitchReading(id, await findPitchUses(ctx.db, ctx.accountId, id))
  return { pitchId: id, title, text, chosen: pitchId !== null, used, ledOn, ledOnRate }
}

/** Own words for those who may read reflections, private ones for their owner alone; then what the record says (M7). */
const wentWellBefore = async (ctx: Context, round: Round, mayRead: boolean) => {
  const { accountId, db } = ctx
  const withPrivate = !asksAsCoach(ctx)
  const words = mayRead ? await findWentWell(db, accountId, round, MOST.wentWell, { withPrivate }) : []
  return wentWellOf(words, await suggestAchievements(ctx, { applicationId: round.applicationId }))
}

/**
 * What is worth a look before an interview: a few of each kind, in order, out of the whole journal. What was written in
 * reflections is left out for who may not read them, and `withheld` says so. As many queries, and about as long, for a search of years as
 * for one of weeks.
 * @see METHOD.md M7, M8, M10, M14
 */
export const getPrep = async (ctx: Context, interviewId: string) => {
  const { round, pitchId } = await roundOf(ctx, interviewId)
  const { db, accountId } = ctx
  const mayRead = holdsScope(ctx.actor, 'reflections:read')
  const plans = part(
    mayRead ? await findPlans(db, accountId, MOST.plans, { withPrivate: !asksAsCoach(ctx) }) : [],
  )
  const studyItems = await itemsFor(ctx, round)
  const questions = part(await findEarlierQuestions(db, accountId, round, MOST.earlierQuestions))
  return {
    interviewId,
    applicationId: round.applicationId,
    plans: plans.shown,
    studyItems: studyItems.shown,
    earlierQuestions: questions.shown,
    pitch: await pitchFor(ctx, pitchId),
    wentWell: await wentWellBefore(ctx, round, mayRead),
    notShown: {
      plans: plans.left,
      studyItems: studyItems.left,
      earlierQuestions: questions.left,
    },
    withheld: mayRead ? [] : [...WRITTEN],
  }
}
