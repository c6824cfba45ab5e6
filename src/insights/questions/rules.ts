import { rateOf } from '../figures/rules.ts'
import { exclusionsOf, isAskedFor, isWithin, type Window } from '../frame/rules.ts'
import type { Records } from '../records/rules.ts'
import { type Asked, askedIn, masteryOf, wasMissed } from './rules/mastery.ts'

const MOST_LISTED = 100

type Mastery = ReturnType<typeof masteryOf>

const isRecovered = (question: Asked, { itemOf, readyFrom }: Mastery): boolean => {
  const item = itemOf(question)
  return wasMissed(question) && item !== undefined && readyFrom(item.id, question.day) !== undefined
}

const readingOf = (questions: readonly Asked[], mastery: Mastery) => {
  const well = questions.filter(({ answered }) => answered === 'well').length
  const missed = questions.filter(wasMissed).length
  return {
    asked: questions.length,
    notRated: questions.length - well - missed,
    well,
    missed,
    recovered: questions.filter((question) => isRecovered(question, mastery)).length,
    answeredWell: rateOf(well, well + missed),
  }
}

const mostAsked = (a: { asked: number; name: string }, b: { asked: number; name: string }) =>
  b.asked - a.asked || (a.name < b.name ? -1 : 1)

/** Topics count as one whatever their case; questions without a topic stand under none. */
const topicsOf = (questions: readonly Asked[], mastery: Mastery) =>
  [...Map.groupBy(questions, ({ topic }) => topic?.toLowerCase() ?? null).values()]
    .map((those) => ({
      topic: those.map(({ topic }) => topic).sort()[0] ?? null,
      ...readingOf(those, mastery),
    }))
    .sort((a, b) => mostAsked({ ...a, name: a.topic ?? '' }, { ...b, name: b.topic ?? '' }))

const kindsOf = (questions: readonly Asked[], mastery: Mastery) =>
  [...Map.groupBy(questions, ({ kind }) => kind)]
    .map(([kind, those]) => ({ kind, ...readingOf(those, mastery) }))
    .sort((a, b) => mostAsked({ ...a, name: a.kind }, { ...b, name: b.kind }))

/** Study items whose question was missed twice or more, all of its wordings together; the most missed first. */
const missedTwice = (questions: readonly Asked[], { itemOf }: Mastery) =>
  [...Map.groupBy(questions, itemOf)]
    .flatMap(([item, those]) => {
      const missed = those.filter(wasMissed)
      if (item === undefined || missed.length < 2) return []
      const { id, prompt, topic, state } = item
      const lastMissedOn =
        missed
          .map(({ day }) => day)
          .sort()
          .at(-1) ?? ''
      return [
        { studyItemId: id, prompt, topic, state, asked: those.length, missed: missed.length, lastMissedOn },
      ]
    })
    .sort((a, b) => b.missed - a.missed || (a.studyItemId < b.studyItemId ? -1 : 1))

/**
 * What was asked, and how it was answered: by topic, by kind, and what was missed twice or more. A question was
 * recovered when its study item became ready on the day it was missed, or later.
 *
 * Units: questions, by the day of their interview; rates with Wilson 95 % intervals, null below 3 that were rated.
 * @see METHOD.md M8, M9; definition `/docs/insights/questions`
 */
export const questionsOf = (
  records: Records<'questions' | 'studyItems' | 'studyReviews'>,
  window: Window,
) => {
  const mastery = masteryOf(records)
  const all = askedIn(records.applications, records.questions)
  const wanted = all.filter(({ application }) => isAskedFor(window, application))
  const questions = wanted.filter(({ day }) => isWithin(window, day))
  const repeated = missedTwice(questions, mastery)
  return {
    basis: {
      n: questions.length,
      open: questions.filter(({ answered }) => answered === null).length,
      excluded: exclusionsOf({
        filtered_out: all.length - wanted.length,
        outside_period: wanted.length - questions.length,
      }),
    },
    ...readingOf(questions, mastery),
    topics: topicsOf(questions, mastery),
    kinds: kindsOf(questions, mastery),
    missedTwice: { count: repeated.length, items: repeated.slice(0, MOST_LISTED) },
  }
}

type Questions = ReturnType<typeof questionsOf>

/** The same with the 100 topics alone that were asked most. */
export const withMostAsked = (questions: Questions): Questions => ({
  ...questions,
  topics: questions.topics.slice(0, MOST_LISTED),
})
