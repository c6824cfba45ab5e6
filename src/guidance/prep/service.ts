import type { Context } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { getPitchesInsight } from '../../insights/pitches/service.ts'
import { getApplication } from '../../journal/applications/service.ts'
import { getInterview } from '../../journal/interviews/service.ts'
import { getPitch } from '../../journal/pitches/service.ts'
import { listStudyItemsOf } from '../../journal/study-items/service.ts'
import { holdsScope } from '../../platform/authentication.ts'
import { dayIn } from '../../platform/time-zones.ts'
import { orNotFound } from '../../problems.ts'
import { FITS, MOST, WRITTEN } from './rules.ts'
import {
  findEarlierQuestions,
  findItems,
  findNewestPitch,
  findPlans,
  findWentWell,
  type Round,
} from './store.ts'

const roundOf = async (ctx: Context, id: string) => {
  const { applicationId, kind, startsAt, heldOn, pitchId } = await getInterview(ctx, id)
  const { company, tags } = await getApplication(ctx, applicationId)
  const { timeZone } = await getOwnAccount(ctx)
  const day = heldOn ?? dayIn(timeZone, startsAt ?? ctx.now)
  return { round: { interviewId: id, applicationId, company, kind, tags, day }, pitchId }
}

const part = <Row extends { total: number }>(rows: Row[]) => ({
  shown: rows.map(({ total: _, ...row }) => row),
  left: (rows[0]?.total ?? 0) - rows.length,
})

const itemsFor = async (ctx: Context, round: Round) => {
  const { shown, left } = part(await findItems(ctx.db, ctx.accountId, round, MOST.studyItems))
  const ids = shown.map(({ id }) => id)
  const items = new Map((await listStudyItemsOf(ctx, ids)).map((item) => [item.id, item]))
  const fits = shown.flatMap(({ id, ...fit }) => {
    const item = items.get(id)
    return item ? [{ ...item, because: FITS.filter((name) => fit[name]) }] : []
  })
  return { shown: fits, left }
}

const pitchFor = async (ctx: Context, pitchId: string | null) => {
  const id = pitchId ?? (await findNewestPitch(ctx.db, ctx.accountId))
  if (!id) return null
  const { title, text } = await getPitch(ctx, id)
  const { pitches } = await getPitchesInsight(ctx, {})
  const { used, ledOn, ledOnRate } = orNotFound(
    pitches.find((it) => it.pitchId === id),
    'pitch',
  )
  return { pitchId: id, title, text, chosen: pitchId !== null, used, ledOn, ledOnRate }
}

/**
 * What is worth a look before an interview: a few of each kind, in order, out of the whole journal. What was written in
 * reflections is left out for who may not read them, and `withheld` says so.
 * @see METHOD.md M8, M10, M14
 */
export const getPrep = async (ctx: Context, interviewId: string) => {
  const { round, pitchId } = await roundOf(ctx, interviewId)
  const { db, accountId } = ctx
  const mayRead = holdsScope(ctx.actor, 'reflections:read')
  const plans = part(mayRead ? await findPlans(db, accountId, MOST.plans) : [])
  const studyItems = await itemsFor(ctx, round)
  const questions = part(await findEarlierQuestions(db, accountId, round, MOST.earlierQuestions))
  const wentWell = part(mayRead ? await findWentWell(db, accountId, round, MOST.wentWell) : [])
  return {
    interviewId,
    applicationId: round.applicationId,
    plans: plans.shown,
    studyItems: studyItems.shown,
    earlierQuestions: questions.shown,
    pitch: await pitchFor(ctx, pitchId),
    wentWell: wentWell.shown,
    notShown: {
      plans: plans.left,
      studyItems: studyItems.left,
      earlierQuestions: questions.left,
      wentWell: wentWell.left,
    },
    withheld: mayRead ? [] : [...WRITTEN],
  }
}
