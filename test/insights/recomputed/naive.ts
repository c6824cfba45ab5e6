import { curve, dayBy, rate, told, type Watched } from './figures.ts'

type Reason = { code: string; evidence: string }
type Application = { id: string; createdAt: string; appliedOn: string | null; respondedOn: string | null }
type Interview = {
  id: string
  applicationId: string
  round: number
  status: string
  result: string
  kind: string
  heldOn: string | null
  heardBackOn: string | null
  startsAt: string | null
}
type Outcome = {
  applicationId: string
  kind: string
  decidedOn: string | null
  learnedOn: string | null
  reasons: Reason[]
  anythingToLearn: boolean | null
}
type Offer = { applicationId: string; receivedOn: string | null }

/** What the export of a journal holds, as far as these insights read it. */
export type Journal = {
  applications: Application[]
  interviews: Interview[]
  outcomes: Outcome[]
  offers: Offer[]
}

const BY_CHOICE = ['offer_accepted', 'offer_declined', 'withdrawn']
const OFFERED = ['offer_accepted', 'offer_declined', 'offer_rescinded']
const FIRM = ['stated_by_employer', 'public_information']

type Group = (code: string) => string

const attribution = (kind: string, reasons: readonly Reason[], groupOf: Group) => {
  if (BY_CHOICE.includes(kind)) return null
  const outside = reasons.some(({ code }) => ['not_about_you', 'fit'].includes(groupOf(code)))
  const lesson = reasons.some(
    ({ code, evidence }) =>
      groupOf(code) === 'something_to_learn' && (kind !== 'no_response' || evidence === 'stated_by_employer'),
  )
  if (outside) return lesson ? 'both' : 'not_about_you'
  return lesson ? 'something_to_learn' : 'unknown'
}

/** An application with all that hangs on it, and what follows from that. */
const wholeOf = (journal: Journal, application: Application, groupOf: Group) => {
  const of = ({ applicationId }: { applicationId: string }) => applicationId === application.id
  const interviews = journal.interviews.filter(of)
  const held = interviews.filter(({ status }) => status === 'completed')
  const outcome = journal.outcomes.find(of)
  const offer = journal.offers.find(of)
  const kind = outcome?.kind ?? ''
  const stage = (() => {
    if (kind === 'offer_accepted') return 5
    if (offer || OFFERED.includes(kind)) return 4
    if (held.length > 0) return 3
    if (application.respondedOn || interviews.length > 0 || kind === 'rejected') return 2
    return application.appliedOn || kind === 'no_response' ? 1 : 0
  })()
  const reasons = outcome?.reasons ?? []
  return {
    ...{ application, interviews, held, outcome, offer, kind, stage, reasons },
    day: application.appliedOn ?? application.createdAt.slice(0, 10),
    offered: stage >= 4,
    byChoice: BY_CHOICE.includes(kind),
    attribution: outcome ? attribution(kind, reasons, groupOf) : null,
  }
}
type Whole = ReturnType<typeof wholeOf>

const dayOf = ({ heldOn, startsAt }: Interview) => heldOn ?? startsAt?.slice(0, 10) ?? null
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
const count = <Item>(all: readonly Item[], wanted: (item: Item) => boolean) => all.filter(wanted).length

const STAGES = ['saved', 'applied', 'responded', 'interviewed', 'offered', 'accepted']

const funnel = (all: readonly Whole[], today: string) => {
  const sent = all.filter(({ stage }) => stage > 0)
  return {
    basis: { n: sent.length, open: count(sent, ({ outcome }) => !outcome) },
    stages: [1, 2, 3, 4, 5].map((at) => ({
      stage: STAGES[at],
      count: count(sent, ({ stage }) => stage >= at),
    })),
    steps: [1, 2, 3, 4].map((at) => {
      const stayed = sent.filter(({ stage }) => stage === at)
      const advanced = count(sent, ({ stage }) => stage > at)
      const open = stayed.filter(({ outcome }) => !outcome)
      const ownChoice = count(stayed, ({ byChoice }) => byChoice)
      const ended = stayed.length - open.length - ownChoice
      const unanswered = at > 2 ? 0 : count(open, ({ day }) => daysFrom(day, today) > 60)
      // Whoever has no day of sending was not tried, as far as is known.
      const notTried = ({ application, stage }: Whole) => at === 1 && stage >= 1 && !application.appliedOn
      const gone = (whole: Whole) => whole.stage > at && !notTried(whole)
      const over = (whole: Whole) => whole.outcome && !whole.byChoice && !notTried(whole)
      const late = (whole: Whole) => at < 3 && daysFrom(whole.day, today) > 60 && !notTried(whole)
      const [went, stopped, silent] = [
        count(sent, gone),
        count(stayed, (it) => !!over(it)),
        count(open, late),
      ]
      return {
        ...{ stage: STAGES[at], next: STAGES[at + 1], reached: stayed.length + advanced },
        ...{ advanced, ended, ownChoice, open: open.length, unanswered },
        undated: count(sent, notTried),
        conversion: rate(went, went + stopped),
        withUnanswered: rate(went, went + stopped + silent),
      }
    }),
  }
}

const passage = ({ held, offered, outcome, byChoice }: Whole, round: number) => {
  if (held.every((it) => it.round < round)) return null
  if (offered || held.some((it) => it.round > round)) return 'advanced'
  const results = held.filter((it) => it.round === round).map(({ result }) => result)
  if (results.includes('not_advanced')) return 'notAdvanced'
  if (results.includes('advanced')) return 'advanced'
  if (!outcome) return 'open'
  return byChoice ? 'ownChoice' : 'notAdvanced'
}

const rounds = (all: readonly Whole[]) => {
  const processes = all.filter(({ held }) => held.length > 0)
  const reading = (roundOf: (process: Whole) => number) => {
    const read = processes.map((process) => ({ process, came: passage(process, roundOf(process)) }))
    const [advanced, notAdvanced] = ['advanced', 'notAdvanced'].map((it) =>
      count(read, ({ came }) => came === it),
    ) as [number, number]
    return {
      reached: count(read, ({ came }) => came !== null),
      ...{ advanced, notAdvanced },
      notAboutYou: count(
        read,
        ({ process, came }) => came === 'notAdvanced' && process.attribution === 'not_about_you',
      ),
      ownChoice: count(read, ({ came }) => came === 'ownChoice'),
      open: count(read, ({ came }) => came === 'open'),
      advanceRate: rate(advanced, advanced + notAdvanced),
    }
  }
  const numbers = [...new Set(processes.flatMap(({ held }) => held.map(({ round }) => round)))]
  return {
    basis: { n: processes.length, open: count(processes, ({ outcome }) => !outcome) },
    perRound: numbers.sort((a, b) => a - b).map((round) => ({ round, ...reading(() => round) })),
    first: reading(() => 1),
    second: reading(() => 2),
    final: reading(({ held }) =>
      Math.max(...held.map(({ kind, round }) => (kind === 'final' ? round : Number.NEGATIVE_INFINITY))) > 0
        ? Math.max(...held.filter(({ kind }) => kind === 'final').map(({ round }) => round))
        : Number.POSITIVE_INFINITY,
    ),
  }
}

const GROUPS = ['not_about_you', 'fit', 'comparison', 'something_to_learn', 'own_choice', 'unknown']

const evidence = (reasons: readonly Reason[]) =>
  ['stated_by_employer', 'public_information', 'inferred', 'unknown'].map((it) => {
    const times = count(reasons, (reason) => reason.evidence === it)
    return { evidence: it, count: times, share: reasons.length < 3 ? null : told(times / reasons.length) }
  })

const reasons = (all: readonly Whole[], groupOf: Group) => {
  const ended = all.filter(({ outcome }) => outcome)
  const months = ended.map(({ outcome }) => (outcome?.learnedOn ?? outcome?.decidedOn)?.slice(0, 7) ?? null)
  const names = (whole: Whole, group: string) => whole.reasons.some(({ code }) => groupOf(code) === group)
  return {
    basis: { n: ended.length, open: 0 },
    endings: ended.length,
    afterInterview: count(ended, ({ held }) => held.length > 0),
    withoutReason: count(ended, (it) => it.reasons.length === 0),
    groups: GROUPS.map((group) => {
      const naming = ended.filter((it) => names(it, group))
      const given = naming.flatMap((it) => it.reasons.filter(({ code }) => groupOf(code) === group))
      const codes = [...new Set(given.map(({ code }) => code))].sort()
      return {
        ...{ group, endings: naming.length, afterInterview: count(naming, ({ held }) => held.length > 0) },
        evidence: evidence(given),
        codes: codes
          .map((code) => given.filter((it) => it.code === code))
          .sort((a, b) => b.length - a.length)
          .map((those) => ({ code: those[0]?.code, count: those.length, evidence: evidence(those) })),
      }
    }),
    byMonth: [...new Set(months)]
      .sort((a, b) => (a ?? '9').localeCompare(b ?? '9'))
      .map((month) => {
        const those = ended.filter((_, at) => months[at] === month)
        const groups = GROUPS.map((group) => ({ group, endings: count(those, (it) => names(it, group)) }))
        return { month, endings: those.length, groups: groups.filter(({ endings }) => endings > 0) }
      }),
  }
}

const SILENT = ['', 'no_response', 'withdrawn']

/** From the last interview held to the first word of the company; undefined where no day tells. */
const wait = ({ held, interviews, offer, outcome, kind }: Whole, today: string): Watched | undefined => {
  const last = held
    .flatMap((it) => dayOf(it) ?? [])
    .sort()
    .at(-1)
  if (!last) return undefined
  const until = (day: string, ended: boolean) =>
    day < last ? undefined : { days: daysFrom(last, day), ended }
  const ending = SILENT.includes(kind) ? undefined : (outcome?.learnedOn ?? outcome?.decidedOn)
  const words = held.filter((it) => dayOf(it) === last).map(({ heardBackOn }) => heardBackOn)
  const first = [...words, offer?.receivedOn ?? ending].flatMap((day) => day ?? []).sort()[0]
  if (first !== undefined && first <= today) return until(first, true)
  const heard =
    offer ||
    !SILENT.includes(kind) ||
    interviews.some((it) => it.status === 'scheduled' && (dayOf(it) ?? last) >= last) ||
    held.some((it) => dayOf(it) === last && ['advanced', 'not_advanced'].includes(it.result))
  if (heard) return undefined
  if (kind !== 'withdrawn') return until(today, false)
  const left = outcome?.decidedOn ?? outcome?.learnedOn
  return left ? until(left, false) : undefined
}

const responseTimes = (all: readonly Whole[], today: string) => {
  const processes = all.filter(({ held }) => held.length > 0)
  const waits = processes.flatMap((process) => wait(process, today) ?? [])
  const { days, ...ends } = dayBy(waits, 0.5)
  const events = count(waits, ({ ended }) => ended)
  return {
    basis: {
      n: waits.length,
      open: count(processes, (it) => !it.outcome && wait(it, today) !== undefined),
    },
    answer: { medianDays: days, ...ends, events, censored: waits.length - events },
    quantiles: [0.25, 0.5, 0.75, 0.9].map((share) => ({ share, ...dayBy(waits, share) })),
    curve: curve(waits).map(({ share, low, high, ...step }) => ({
      ...step,
      waiting: told(share),
      low: low && told(low),
      high: high && told(high),
    })),
    waiting: { count: count(processes, (it) => !it.outcome && wait(it, today)?.ended === false) },
  }
}

const tally = (endings: readonly Whole[], isInferred: (whole: Whole) => boolean) => {
  const inferred = count(endings, isInferred)
  const share = endings.length < 3 ? null : told(inferred / endings.length)
  return { count: endings.length, inferred, inferredShare: share }
}

const summary = (all: readonly Whole[], groupOf: Group, today: string) => {
  const guessed = (side: readonly Reason[]) =>
    side.some((it) => it.evidence === 'inferred') && !side.some((it) => FIRM.includes(it.evidence))
  const inGroups = (whole: Whole, ...groups: string[]) =>
    whole.reasons.filter(({ code }) => groups.includes(groupOf(code)))
  const lessons = (whole: Whole) => inGroups(whole, 'something_to_learn')
  const outsideOf = (whole: Whole) => inGroups(whole, 'not_about_you', 'fit')
  const learningOf = (whole: Whole) =>
    lessons(whole).filter((it) => whole.kind !== 'no_response' || it.evidence === 'stated_by_employer')
  const isInferred = (whole: Whole) => {
    const [outside, learning] = [outsideOf(whole), learningOf(whole)]
    if (outside.length + learning.length > 0) return guessed(outside) || guessed(learning)
    return guessed(inGroups(whole, 'comparison'))
  }
  const sent = all.filter(({ stage }) => stage > 0)
  const dated = sent.filter(({ application }) => application.appliedOn)
  const led = ({ interviews, stage }: Whole) => interviews.length > 0 || stage >= 3
  const without = dated.filter((it) => !led(it))
  const waiting = count(without, (it) => !it.outcome && daysFrom(it.day, today) <= 60)
  const ownChoice = count(without, ({ byChoice }) => byChoice)
  const processes = all.filter(({ held }) => held.length > 0)
  const ended = processes.filter((it) => it.attribution !== null)
  const cause = (name: string) =>
    tally(
      ended.filter((it) => it.attribution === name),
      isInferred,
    )
  const compared = (whole: Whole) => inGroups(whole, 'comparison').length > 0
  const bucket = (whole: Whole) => {
    if (whole.offered) return 'won'
    if (whole.outcome?.anythingToLearn === true || lessons(whole).length > 0) return 'learned'
    if (whole.attribution === 'not_about_you') return 'notAboutYou'
    return whole.byChoice ? 'ownChoice' : 'notKnown'
  }
  const closed = all.filter(({ outcome }) => outcome)
  const counted = (name: string, inferred: (whole: Whole) => boolean) =>
    tally(
      closed.filter((it) => bucket(it) === name),
      inferred,
    )
  const never = () => false
  const lost = count(
    processes,
    (it) => it.outcome !== undefined && !it.offered && !it.byChoice && it.attribution !== 'not_about_you',
  )
  return {
    basis: { n: processes.length, open: count(processes, ({ outcome }) => !outcome) },
    works: {
      interviewsObtained: sent.flatMap(({ interviews }) => interviews).length,
      interviewsHeld: sent.flatMap(({ held }) => held).length,
      applicationsSent: sent.length,
      applicationsWithInterview: count(sent, led),
      offersWithoutInterview: count(sent, ({ interviews, offered }) => offered && interviews.length === 0),
      ...{ waiting, ownChoice, unanswered: count(without, ({ outcome }) => !outcome) - waiting },
      undated: sent.length - dated.length,
      applicationToInterview: rate(count(dated, led), dated.length - waiting - ownChoice),
    },
    causes: {
      ended: ended.length,
      ownChoice: count(processes, (it) => it.byChoice && !it.offered),
      notAboutYou: cause('not_about_you'),
      somethingToLearn: cause('something_to_learn'),
      both: cause('both'),
      unknown: cause('unknown'),
      comparison: count(ended, (it) => it.attribution === 'unknown' && compared(it)),
      inferredInPart: count(
        ended.filter((it) => it.attribution === 'both'),
        (it) => guessed(outsideOf(it)) !== guessed(learningOf(it)),
      ),
    },
    tallies: {
      closed: closed.length,
      won: counted('won', never),
      learned: counted('learned', (it) => it.outcome?.anythingToLearn !== true && guessed(lessons(it))),
      notAboutYou: counted('notAboutYou', isInferred),
      ownChoice: counted('ownChoice', never),
      notKnown: counted('notKnown', isInferred),
      comparison: count(closed, (it) => bucket(it) === 'notKnown' && compared(it)),
    },
    rounds: (({ basis: _, ...figures }) => figures)(rounds(all)),
    chance: {
      processesWithoutOffer: lost,
      offers: count(processes, ({ offered }) => offered),
      probability: lost === 0 ? null : { low: told(0.75 ** lost), high: told(0.8 ** lost) },
    },
  }
}

/** Five insights over a period, worked out anew from what a journal holds. */
export const recomputed = (
  journal: Journal,
  groupOf: Group,
  today: string,
  [from, to]: readonly [string, string],
) => {
  const all = journal.applications
    .map((application) => wholeOf(journal, application, groupOf))
    .filter(({ day }) => from <= day && day <= to)
  return {
    summary: summary(all, groupOf, today),
    funnel: funnel(all, today),
    rounds: rounds(all),
    reasons: reasons(all, groupOf),
    'response-times': responseTimes(all, today),
  }
}
