import { daysBetween } from '../../figures/rules/times.ts'
import type { ApplicationRecord } from '../../records/rules.ts'
import { dayOf } from '../rules.ts'

/**
 * After how many days without an outcome an application counts as not answered. Most answers that ever come do so
 * within two weeks, and many people never record silence: without a limit, only those that led on would be counted.
 */
export const ANSWER_DAYS = 60

/** Whether an application went out longer ago than that. */
export const isLate = (application: ApplicationRecord, today: string): boolean =>
  daysBetween(dayOf(application), today) > ANSWER_DAYS
