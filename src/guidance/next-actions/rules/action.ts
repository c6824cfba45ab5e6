import { compare } from '../../search-records/rules/comebacks.ts'
import type { Subject } from '../../search-records/rules/subject.ts'

/** What an action rests on; days are counted in the time zone of the account. */
export type Told =
  | { code: 'near_miss'; basis: { days: number } }
  | { code: 'prepare_interview'; basis: { days: number } }
  | { code: 'answer_offer'; basis: { days: number | null } }
  | { code: 'confirm_interview'; basis: { days: number } }
  | { code: 'reflect'; basis: { after: 'interview' | 'offer'; begun: boolean; owed: number } }
  | { code: 'review_plan'; basis: { interviews: number } }
  | { code: 'study'; basis: { items: number } }
  | { code: 'assignment'; basis: { days: number | null; madeBy: 'coach' | 'client' } }
  | { code: 'follow_up'; basis: { days: number } }
  | {
      code: 'record_silence'
      basis: { days: number; usualDays: number; after: 'application' | 'interview'; ownTimes: boolean }
    }
  | { code: 'date_next_step'; basis: { dated: false } }
  | { code: 'whats_next'; basis: { after: 'setback' | 'advance' | 'nothing' } }
  | { code: 'interview_ahead'; basis: { days: number | null } }

/** Something worth doing now. `ownWords` is what who set it called it. */
export type Action = Told & { dueOn: string | null; subject: Subject; ownWords?: string }

/** By the day it is due, those without one last; then by what it is about. */
export const soonestFirst = (a: Action, b: Action): number =>
  compare(a.dueOn ?? '9999', b.dueOn ?? '9999') ||
  compare(Object.values(a.subject).join(), Object.values(b.subject).join())
