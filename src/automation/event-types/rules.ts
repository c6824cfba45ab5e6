/** Why nothing more is sent to an endpoint: it answered 410, or with nothing but failures for days. */
export const DISABLED_REASONS = ['gone', 'failing'] as const

type Event<Type, Data> = { id: string; type: Type; occurredAt: string; data: Data }

/** An event in the form in which webhooks bring it: that of Standard Webhooks, and its id. */
export const messageOf = <Type, Data>({ id, type, occurredAt, data }: Event<Type, Data>) => ({
  id,
  type,
  timestamp: occurredAt,
  data,
})
