/** What lies ahead, from the records as they stand. */
export type Ahead = {
  /** A reflection that was begun and not finished. */
  openReflectionId: string | null
  /** Whether something still waits for the three questions, and whether they come before plans. */
  reflectionOwed: 'first' | 'later' | 'no'
  afterOffer: boolean
  openPlans: number
  nextInterview: { id: string; startsAt: string | null } | null
}

const step = <const Step extends { action: string }>(it: Step): Step => it

/**
 * The one thing worth doing next: a reflection that is open, a plan to try, the next interview, the three
 * questions; with nothing of these on record, a look ahead. The three questions go before plans where an ending may
 * hold something to learn.
 */
export const nextStepOf = (ahead: Ahead) => {
  const { openReflectionId, reflectionOwed, afterOffer, openPlans, nextInterview } = ahead
  if (openReflectionId !== null) return step({ action: 'finish_reflection', reflectionId: openReflectionId })
  if (reflectionOwed === 'first') return step({ action: 'start_reflection', afterOffer })
  const interviewId = nextInterview?.id ?? null
  const startsAt = nextInterview?.startsAt ?? null
  if (openPlans > 0) return step({ action: 'try_plan', plans: openPlans, interviewId, startsAt })
  if (interviewId !== null) return step({ action: 'next_interview', interviewId, startsAt })
  return reflectionOwed === 'later'
    ? step({ action: 'start_reflection', afterOffer })
    : step({ action: 'look_ahead' })
}
