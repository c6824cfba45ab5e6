import fc from 'fast-check'
import type { SummaryRecords } from '../../src/insights/ahead/rules.ts'
import { answerOf } from '../../src/insights/frame/rules/answer.ts'
import type { Window } from '../../src/insights/frame/rules.ts'
import type { InterviewRecord, OutcomeRecord } from '../../src/insights/records/rules/rows.ts'
import type { ApplicationRecord } from '../../src/insights/records/rules.ts'
import { summarise as summariseOver, withStatements } from '../../src/insights/summary/rules.ts'
import type { Stage } from '../../src/journal/applications/rules.ts'
import { attributionOf, type OutcomeKind } from '../../src/journal/outcomes/rules.ts'
import { kinds, reasonLists } from '../journal/outcomes/arbitraries.ts'

/** The first of March 2026, and all there is to look at. */
export const WINDOW: Window = {
  from: null,
  to: null,
  tag: null,
  source: null,
  roleTitle: null,
  today: '2026-03-01',
  now: '2026-03-01T12:00:00.000Z',
}

type Changes = Partial<Window & { baseRate: typeof BASE_RATE }>

/** The base rate that is in force unless configured. */
export const BASE_RATE = { low: 0.2, high: 0.25, source: 'Jobvite', year: 2017 }

/** The summary at a base rate, in its frame. */
export const summarise = (records: SummaryRecords, { baseRate = BASE_RATE, ...changes } = {} as Changes) =>
  withStatements(
    answerOf(
      'summary',
      (window) => summariseOver(records, window, baseRate),
      { ...WINDOW, ...changes },
      null,
    ),
  )

/** An id that a test can read: `id('a', 3)` is the third application. */
export const id = (letter: 'a' | 'b' | 'c' | 'd', number: number): string =>
  `00000000-0000-7000-8000-${letter.repeat(4)}${String(number).padStart(8, '0')}`

/** An interview of round 1 that was held on the day given. */
export const held = (
  number: number,
  heldOn: string | null,
  changes: Partial<InterviewRecord> = {},
): InterviewRecord => ({
  id: id('b', number),
  round: 1,
  status: 'completed',
  result: 'pending',
  kind: 'technical',
  createdAt: '2026-01-02T10:00:00.000Z',
  createdOn: '2026-01-02',
  startsAt: null,
  heldOn,
  heardBackOn: null,
  pitchId: null,
  ...changes,
})

/** An ending whose attribution follows from its reasons. */
export const ended = (kind: OutcomeKind, changes: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
  kind,
  attribution: attributionOf(kind, changes.reasons ?? []),
  reasons: [],
  anythingToLearn: null,
  decidedOn: null,
  learnedOn: null,
  ...changes,
})

/** The stage that an ending shows. */
const OFFERED: Partial<Record<OutcomeKind, Stage>> = {
  offer_accepted: 'accepted',
  offer_declined: 'offered',
  offer_rescinded: 'offered',
}

/** An application of 5 January 2026; stage and status follow from what it holds. */
export const application = (number: number, changes: Partial<ApplicationRecord> = {}): ApplicationRecord => {
  const { outcome = null, interviews = [], appliedOn = '2026-01-05' } = changes
  const before = appliedOn === null ? 'saved' : 'applied'
  const offered = outcome ? OFFERED[outcome.kind] : undefined
  return {
    applicationId: id('a', number),
    createdAt: '2026-01-02T10:00:00.000Z',
    createdOn: '2026-01-02',
    appliedOn,
    stage: offered ?? (interviews.length > 0 ? 'interviewed' : before),
    status: outcome === null ? 'open' : 'closed',
    outcome,
    interviews,
    tags: [],
    source: null,
    roleTitle: null,
    resumeVersion: null,
    offer: null,
    reflections: [],
    ...changes,
  }
}

const day = fc.constantFrom(null, '2025-12-30', '2026-01-10', '2026-02-11', '2026-02-12')

const interview = fc.record({
  round: fc.integer({ min: 1, max: 4 }),
  status: fc.constantFrom('scheduled', 'completed', 'completed', 'completed', 'cancelled', 'missed'),
  result: fc.constantFrom('pending', 'advanced', 'not_advanced', 'unknown'),
  kind: fc.constantFrom('technical', 'final'),
  startsAt: fc.constantFrom(null, '2026-01-01T09:00:00.000Z', '2026-04-01T09:00:00.000Z'),
  heldOn: day,
})

const outcome = fc
  .record({ kind: kinds, reasons: reasonLists, anythingToLearn: fc.constantFrom(true, false, null) })
  .map(({ kind, ...rest }) => ended(kind, rest))

const drawn = fc.record({
  appliedOn: day,
  outcome: fc.option(outcome),
  interviews: fc.array(interview, { maxLength: 4 }),
  reflected: fc.array(
    fc.record({ about: fc.option(fc.nat(3)), status: fc.constantFrom('open', 'completed') }),
    { maxLength: 3 },
  ),
  offered: fc.boolean(),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer Record> ? Record : never

const numbered = ({ reflected, offered, ...rest }: Drawn, n: number): ApplicationRecord => {
  const interviews = rest.interviews.map((it, k) => held(n * 10 + k, null, it))
  return {
    ...application(n, { ...rest, interviews }),
    ...(offered && interviews.length > 0 ? { stage: 'offered' } : {}),
    reflections: reflected.map(({ about, status }, k) => ({
      id: id('c', n * 10 + k),
      interviewId: (about === null ? undefined : interviews[about]?.id) ?? null,
      status,
      plans: 0,
    })),
  }
}

/** Applications of all kinds, each record with an id of its own. */
export const applications: fc.Arbitrary<ApplicationRecord[]> = fc
  .array(drawn, { maxLength: 12 })
  .map((all) => all.map(numbered))

const planLists = fc
  .array(fc.constantFrom('open', 'tried', 'dropped'), { maxLength: 4 })
  .map((all) => all.map((status, n) => ({ id: id('d', n), status })))

const lookBacks = fc
  .array(fc.constantFrom('open', 'completed'), { maxLength: 2 })
  .map((all) => all.map((status, n) => ({ id: id('c', 900 + n), status })))

export const journals: fc.Arbitrary<SummaryRecords> = fc.record({
  applications,
  plans: planLists,
  lookBacks,
})
