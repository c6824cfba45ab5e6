import { STAGES, type Stage } from '../../journal/applications/rules.ts'
import { isOwnDecision } from '../../journal/outcomes/rules.ts'
import { rateOf } from '../figures/rules.ts'
import { isLate } from '../frame/rules/silence.ts'
import { chosenFrom, exclusionsOf, type Window } from '../frame/rules.ts'
import { type ApplicationRecord, isDated, isSent, type Records } from '../records/rules.ts'

export const GROUPINGS = ['source', 'tag', 'resumeVersion'] as const
export type Grouping = (typeof GROUPINGS)[number]

const MOST_GROUPS = 100

const SENT = STAGES.slice(1)
const rank = (stage: Stage) => SENT.indexOf(stage)

const STEPS = [
  ['applied', 'responded'],
  ['responded', 'interviewed'],
  ['interviewed', 'offered'],
  ['offered', 'accepted'],
] as const

/** What became of the applications that reached one stage: reached = advanced + ended + ownChoice + open. */
const partsOf = (reached: readonly ApplicationRecord[], at: number, today: string) => {
  const here = reached.filter(({ stage }) => rank(stage) === at)
  const ownChoice = here.filter(({ outcome }) => outcome !== null && isOwnDecision(outcome.kind)).length
  const open = here.filter(({ outcome }) => outcome === null)
  const advanced = reached.length - here.length
  const ended = here.length - ownChoice - open.length
  const unanswered = at < rank('interviewed') ? open.filter((it) => isLate(it, today)).length : 0
  return { reached: reached.length, advanced, ended, ownChoice, open: open.length, unanswered }
}

/** One step of the way: in the first, those without a day of sending are no trials. */
const stepOf = (all: readonly ApplicationRecord[], [from, next]: readonly [Stage, Stage], today: string) => {
  const at = rank(from)
  const reached = all.filter(({ stage }) => rank(stage) >= at)
  const tried = at === rank('applied') ? reached.filter(isDated) : reached
  const { advanced, ended, unanswered } = partsOf(tried, at, today)
  return {
    stage: from,
    next,
    ...partsOf(reached, at, today),
    undated: reached.length - tried.length,
    conversion: rateOf(advanced, advanced + ended),
    withUnanswered: rateOf(advanced, advanced + ended + unanswered),
  }
}

export type FunnelStep = ReturnType<typeof stepOf>

const readingOf = (applications: readonly ApplicationRecord[], today: string) => ({
  stages: SENT.map((stage, at) => ({
    stage,
    count: applications.filter((it) => rank(it.stage) >= at).length,
  })),
  steps: STEPS.map((step) => stepOf(applications, step, today)),
})

const namesOf = ({ source, tags, resumeVersion }: ApplicationRecord, by: Grouping): (string | null)[] => {
  switch (by) {
    case 'source':
      return [source?.name ?? source?.channel ?? null]
    case 'tag':
      return tags.length > 0 ? [...new Set(tags)] : [null]
    case 'resumeVersion':
      return [resumeVersion]
  }
}

/** Names count as one whatever their case; an application with several tags counts under each. The largest first. */
const groupsOf = (applications: readonly ApplicationRecord[], by: Grouping, today: string) => {
  const named = applications.flatMap((application) =>
    namesOf(application, by).map((name) => ({ name, application })),
  )
  return [...Map.groupBy(named, ({ name }) => name?.toLowerCase() ?? null).values()]
    .map((members) => ({
      name: members.map(({ name }) => name).sort()[0] ?? null,
      applications: new Set(members.map(({ application }) => application)),
    }))
    .sort((a, b) => b.applications.size - a.applications.size || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
    .map(({ name, applications: those }) => ({ name, ...readingOf([...those], today) }))
}

/**
 * How many applications reached each stage, and what share of those decided went on.
 *
 * Units: applications that were sent, by the furthest stage they ever reached; rates with Wilson 95 % intervals, null
 * below 3 decided ones. Open ones stand apart; those that wait for longer than 60 days before an interview are counted
 * beside, with the rate that takes them for an answer.
 * @see INSIGHTS.md; definition `/docs/insights/funnel`
 */
export const funnelOf = ({ applications: all }: Records, window: Window, by: Grouping | null) => {
  const { applications, leftOut } = chosenFrom(all, window)
  const sent = applications.filter(isSent)
  return {
    basis: {
      n: sent.length,
      open: sent.filter(({ outcome }) => outcome === null).length,
      excluded: exclusionsOf({ ...leftOut, not_sent: applications.length - sent.length }),
    },
    ...readingOf(sent, window.today),
    groups: by && groupsOf(sent, by, window.today),
  }
}

type Funnel = ReturnType<typeof funnelOf>

/** The funnel with its 100 largest groups alone. */
export const withLargest = (funnel: Funnel): Funnel => ({
  ...funnel,
  groups: funnel.groups?.slice(0, MOST_GROUPS) ?? null,
})
