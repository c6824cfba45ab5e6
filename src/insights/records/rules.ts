import type {
  ApplicationFacts,
  InterviewRecord,
  OutcomeRecord,
  ReflectionRecord,
  Rows,
  Section,
} from './rules/rows.ts'

/** One application with all that hangs on it. */
export type ApplicationRecord = ApplicationFacts & {
  outcome: OutcomeRecord | null
  offer: { receivedOn: string | null } | null
  interviews: InterviewRecord[]
  reflections: ReflectionRecord[]
}

/** A reflection about a period, which belongs to no application. */
export type LookBackRecord = { id: string; status: ReflectionRecord['status'] }

export const SEARCH = ['applications', 'outcomes', 'offers', 'interviews', 'reflections'] as const
type SearchSection = (typeof SEARCH)[number]

export type Search = {
  applications: readonly ApplicationRecord[]
  lookBacks: readonly LookBackRecord[]
}
/** The applications with what hangs on them, and some other kinds of records as they are stored. */
export type Records<Extra extends Section = never> = Search & Pick<Rows, Exclude<Extra, SearchSection>>

const without = <Row extends { applicationId: unknown }>({ applicationId: _, ...row }: Row) => row

/** Hangs everything on the application that it belongs to. The order of the rows changes nothing but the order. */
export const searchOf = (rows: Pick<Rows, SearchSection>): Search => {
  const outcomes = new Map(rows.outcomes.map((row) => [row.applicationId, without(row)]))
  const offers = new Map(rows.offers.map((row) => [row.applicationId, without(row)]))
  const interviews = Map.groupBy(rows.interviews, ({ applicationId }) => applicationId)
  const places = new Map(rows.interviews.map(({ id, applicationId }) => [id, applicationId]))
  const reflections = Map.groupBy(
    rows.reflections,
    ({ applicationId, interviewId }) => applicationId ?? places.get(interviewId ?? '') ?? null,
  )
  return {
    applications: rows.applications.map((application) => ({
      ...application,
      outcome: outcomes.get(application.applicationId) ?? null,
      offer: offers.get(application.applicationId) ?? null,
      interviews: (interviews.get(application.applicationId) ?? []).map(without),
      reflections: (reflections.get(application.applicationId) ?? []).map(
        ({ applicationId: _, from: __, private: ___, ...reflection }) => reflection,
      ),
    })),
    lookBacks: rows.reflections.filter(({ from }) => from !== null).map(({ id, status }) => ({ id, status })),
  }
}

/** Whether an application went out: its stage tells so by an answer, silence or an interview, also where no day was noted. */
export const isSent = ({ stage }: Pick<ApplicationRecord, 'stage'>): boolean => stage !== 'saved'

/**
 * Whether the day on which it was sent is on record. Without it, an application is known to be sent by what came of it
 * alone, as where a company reached out: among those that were tried, it would make trying look better than it is.
 */
export const isDated = ({ appliedOn }: Pick<ApplicationRecord, 'appliedOn'>): boolean => appliedOn !== null

export const isHeld = ({ status }: Pick<InterviewRecord, 'status'>): boolean => status === 'completed'

/** A process is an application with at least one interview held. */
export const isProcess = ({ interviews }: ApplicationRecord): boolean => interviews.some(isHeld)
