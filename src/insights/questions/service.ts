import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { questionsOf, withMostAsked } from './rules.ts'

/** What was asked, and how it was answered. */
export const getQuestionsInsight = async (ctx: Context, query: InsightQuery) =>
  answerInsight(
    ctx,
    query,
    'questions',
    await readRecords(ctx, ['questions', 'studyItems', 'studyReviews']),
    questionsOf,
    withMostAsked,
  )
