import type { AttentionCode } from '../clients/rules.ts'

/** Whether a session is to come, took place, or was called off. */
export const SESSION_STATUSES = ['scheduled', 'held', 'cancelled'] as const
export type SessionStatus = (typeof SESSION_STATUSES)[number]

/** What stands on an agenda beside what needs attention. */
export const AGENDA_RECORDS = ['open_assignment', 'open_plan'] as const

/** How many items an agenda holds: more than that nobody talks about. */
export const MOST_ITEMS = 10

type AgendaCode = AttentionCode | (typeof AGENDA_RECORDS)[number]
type SubjectName = 'applicationId' | 'interviewId' | 'questionId' | 'assignmentId' | 'planId'
type Subject = { [Name in SubjectName]?: string }
type Plan = { if: string; then: string }
export type AgendaItem = { code: AgendaCode; subject: Subject | null; text: string | null; plan: Plan | null }

type Noted = {
  code: AttentionCode
  subject: { [Name in 'applicationId' | 'interviewId' | 'questionId']: string | null }
}

const named = (ids: Noted['subject']): Subject | null => {
  const known = Object.entries(ids).filter(([, id]) => id !== null)
  return known.length > 0 ? Object.fromEntries(known) : null
}

type Matters = {
  attention: Noted[]
  assignments: readonly { id: string; text: string }[]
  plans: (Plan & { id: string })[]
}

/** What there is to talk about: what needs attention first, then what was agreed on, then what is to be tried. */
export const agendaOf = ({ attention, assignments, plans }: Matters): AgendaItem[] =>
  [
    ...attention.map(({ code, subject }) => ({ code, subject: named(subject), text: null, plan: null })),
    ...assignments.map(({ id, text }) => ({
      code: 'open_assignment' as const,
      subject: { assignmentId: id },
      text,
      plan: null,
    })),
    ...plans.map(({ id, if: moment, then }) => ({
      code: 'open_plan' as const,
      subject: { planId: id },
      text: then,
      plan: { if: moment, then },
    })),
  ].slice(0, MOST_ITEMS)
