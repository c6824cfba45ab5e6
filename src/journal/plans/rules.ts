export const PLAN_STATUSES = ['open', 'tried', 'dropped'] as const
export type PlanStatus = (typeof PLAN_STATUSES)[number]
export const HELPED = ['yes', 'no', 'unsure'] as const
export type Helped = (typeof HELPED)[number]
