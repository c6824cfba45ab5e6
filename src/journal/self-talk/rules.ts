import type { Figures, SelfTalkCode, Statement } from '../../language/figures.ts'
import type { SelfTalkType } from '../../language/self-talk/types.ts'

/** What questions may speak of: counts of the account's own records. */
export type SelfTalkRecords = {
  applications: number
  /** Held, as far as is known. */
  interviews: number
  /** Of these, how many have a result, and how many led on. */
  decided: number
  advanced: number
  offers: number
  questions: number
  /** Of these, how many were answered well. */
  well: number
}

type QuestionCode = Extract<SelfTalkCode, `question_${string}`>

/** The question that fits a kind of judgement, with the records it rests on and no others. */
export const questionFor = (type: SelfTalkType, records: SelfTalkRecords): Statement<QuestionCode> => {
  const { applications, interviews, decided, advanced, offers, questions, well } = records
  const basis: Partial<{ [Code in QuestionCode]: Figures[Code] }> = {
    question_fortune_telling: { interviews, offers },
    question_overgeneralization: { decided, advanced },
    question_all_or_nothing: { questions, well },
    question_magnification: { applications },
  }
  const code: QuestionCode = `question_${type}`
  return { code, basis: basis[code] ?? {} } as Statement<QuestionCode>
}
