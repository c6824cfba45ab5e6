import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { EventData, EventType } from '../../platform/events/types.ts'
import { Problem } from '../../problems.ts'
import { EventName, messageOfType, TestMessage } from './schemas.ts'
import { findLatest } from './store.ts'

type Event<Type, Data> = { id: string; type: Type; occurredAt: string; data: Data }

/** An event in the form in which webhooks bring it: that of Standard Webhooks, and its id. */
export const messageOf = <Type, Data>({ id, type, occurredAt, data }: Event<Type, Data>) => ({
  id,
  type,
  timestamp: occurredAt,
  data,
})

const EXAMPLE = { id: '01972841-2b30-7f4e-8a7d-0c5e9d1f2a36', occurredAt: '2026-06-01T09:00:00.000Z' }

/** @NOTE Indexed by what services may record: a type without its schema here does not compile. */
const dataOf = (type: EventType) => messageOfType(type).shape.data

const exampleOf = (type: EventType) => {
  const shape: Record<string, z.ZodType> = dataOf(type).shape
  const data = Object.entries(shape).map(([name, member]) => {
    const [example] = (member.meta()?.examples ?? []) as EventData[string][]
    return [name, example]
  })
  return messageOf({ ...EXAMPLE, type, data: Object.fromEntries(data) })
}

const TYPES: readonly EventType[] = EventName.options

export const listEventTypes = () => ({
  data: TYPES.map((type) => ({
    type,
    description: dataOf(type).description ?? '',
    example: exampleOf(type),
  })),
})

/** What is sent to endpoints: of each type, with what happened in one sentence, and to try one out. */
export const eventMessages = {
  ...Object.fromEntries(
    TYPES.map((type) => [
      type,
      {
        summary: (dataOf(type).description ?? '').replace(/\.$/, ''),
        message: messageOfType(type),
      },
    ]),
  ),
  [TestMessage.shape.type.value]: {
    summary: 'An endpoint is tried out, whatever types it takes',
    message: TestMessage,
  },
}

const MOST_SAMPLES = 3

const isType = (type: string): type is EventType => TYPES.some((known) => known === type)

/**
 * The latest events of a type, newest first, or where there is none the example, so that a tool can be set up.
 * @throws Problem `not_found`
 */
export const listSamples = async (ctx: Context, type: string) => {
  if (!isType(type)) throw new Problem('not_found', 'There is no such type of event.')
  const latest = await findLatest(ctx.db, ctx.accountId, type, MOST_SAMPLES)
  return { data: latest.length > 0 ? latest.map(messageOf) : [exampleOf(type)] }
}
