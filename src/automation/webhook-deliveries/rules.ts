export const DELIVERY_STATUSES = ['pending', 'succeeded', 'failed', 'cancelled'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** Why an attempt met no answer. */
export const SILENCES = [
  'address_refused',
  'certificate_refused',
  'connection_failed',
  'timed_out',
  'secret_not_readable',
] as const

/** One attempt, as the log keeps it: what was answered, or why nothing was. */
export type Attempt = {
  at: string
  status: number | null
  error: (typeof SILENCES)[number] | null
  milliseconds: number
  answer: string | null
}
