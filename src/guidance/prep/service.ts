import type { Context } from '../../context.ts'
import { getApplication } from '../../journal/applications/service.ts'
import { getInterview } from '../../journal/interviews/service.ts'
import { getPitch, listPitches } from '../../journal/pitches/service.ts'
import { listStudyItemsById } from '../../journal/study-items/service.ts'
import { suggestAchievements } from '../../journal/suggestions/service.ts'
import { holdsScope } from '../../platform/authentication.ts'
import {
  inOrderOf,
  MOST_CAME_UP,
  MOST_PLANS,
  MOST_STUDY_ITEMS,
  MOST_WENT_WELL,
  wentWellOf,
  withRate,
} from './rules.ts'
import { findCameUp, findFittingItems, findOpenPlans, findWentWell, type Round } from './store.ts'

/** The pitch that the interview names, or else the newest in use. */
const pitchFor = async (ctx: Context, pitchId: string | null) => {
  if (pitchId !== null) return withRate(await getPitch(ctx, pitchId), true)
  const [newest] = (await listPitches(ctx, { limit: 1, archived: false })).data
  return newest ? withRate(newest, false) : null
}

const studyItemsFor = async (ctx: Context, round: Round) => {
  const today = ctx.now.slice(0, 10)
  const dueBy = round.on !== null && round.on > today ? round.on : today
  const fitting = await findFittingItems(ctx.db, ctx.accountId, round, dueBy, MOST_STUDY_ITEMS)
  const ids = fitting.map(({ id }) => id)
  return inOrderOf(fitting, await listStudyItemsById(ctx, ids))
}

/** Own words are shown to who may read reflections; private ones to their owner alone. */
const wentWellBefore = async (ctx: Context, round: Round, seesReflections: boolean) => {
  const { actor, accountId, db } = ctx
  const withPrivate = actor.kind === 'api_key' && actor.accountId === accountId
  const words = seesReflections
    ? await findWentWell(db, accountId, round, MOST_WENT_WELL, { withPrivate })
    : []
  return wentWellOf(words, await suggestAchievements(ctx, { applicationId: round.applicationId }))
}

/** What is worth seeing again before an interview. As many queries for a long search as for a short one. */
export const getPrep = async (ctx: Context, interviewId: string) => {
  const { db, accountId } = ctx
  const { applicationId, pitchId, heldOn, startsAt, ...interview } = await getInterview(ctx, interviewId)
  const { company } = await getApplication(ctx, applicationId)
  const on = heldOn ?? startsAt?.slice(0, 10) ?? null
  const round = { id: interviewId, applicationId, company, round: interview.round, kind: interview.kind, on }
  const seesReflections = holdsScope(ctx.actor, 'reflections:read')
  return {
    interviewId,
    applicationId,
    plans: seesReflections ? await findOpenPlans(db, accountId, MOST_PLANS) : null,
    studyItems: await studyItemsFor(ctx, round),
    cameUp: await findCameUp(db, accountId, round, MOST_CAME_UP),
    pitch: await pitchFor(ctx, pitchId),
    wentWell: await wentWellBefore(ctx, round, seesReflections),
  }
}
