/** Why nothing more is sent to an endpoint: it answered 410, or with nothing but failures for days. */
export const DISABLED_REASONS = ['gone', 'failing'] as const
