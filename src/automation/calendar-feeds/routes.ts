import { CALENDAR } from '../../platform/calendar-writing.ts'
import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { fileOf, operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams, ListQuery } from '../../platform/schemas.ts'
import {
  Calendar,
  CalendarFeed,
  CalendarFeedPage,
  CalendarFeedPatch,
  CalendarParams,
  CreatedCalendarFeed,
  NewCalendarFeed,
} from './schemas.ts'
import { createFeed, getFeed, listFeeds, readCalendar, removeFeed, updateFeed } from './service.ts'

const tag = 'Calendar'
const scope = 'automation:manage'

export const calendarFeedRoutes = async (app: App) => {
  app.post(
    '/v1/calendar-feeds',
    operation({
      operationId: 'createCalendarFeed',
      tag,
      scope,
      summary: 'Make an address for a calendar',
      description:
        'The address is shown this once, and opens without a key. It shows parts of the journal, so your key needs `journal:read` as well. At most 20 for an account.',
      body: NewCalendarFeed,
      answers: { 201: CreatedCalendarFeed },
      problems: ['calendar_feed_limit_reached', 'scope_not_held'],
    }),
    async (request, reply) => {
      const feed = await createFeed(request.ctx, request.body)
      reply.code(201).header('location', `/v1/calendar-feeds/${feed.id}`)
      return feed
    },
  )

  app.get(
    '/v1/calendar-feeds',
    operation({
      operationId: 'listCalendarFeeds',
      tag,
      scope,
      summary: 'List calendar feeds',
      description: 'Every feed of the account, without its address.',
      query: ListQuery,
      answers: { 200: CalendarFeedPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listFeeds(request.ctx, request.query),
  )

  app.get(
    '/v1/calendar-feeds/:id',
    operation({
      operationId: 'getCalendarFeed',
      tag,
      scope,
      summary: 'Read a calendar feed',
      description: 'What it holds and when it was last read, without its address.',
      params: IdParams,
      answers: { 200: CalendarFeed },
    }),
    (request) => getFeed(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/calendar-feeds/:id',
    operation({
      operationId: 'updateCalendarFeed',
      tag,
      scope,
      summary: 'Change a calendar feed',
      description:
        'A JSON Merge Patch. The address stays as it is, and shows what is named from the next reading on.',
      params: IdParams,
      body: CalendarFeedPatch,
      answers: { 200: CalendarFeed },
      problems: ['precondition_failed', 'scope_not_held'],
    }),
    (request) => updateFeed(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/calendar-feeds/:id',
    operation({
      operationId: 'deleteCalendarFeed',
      tag,
      scope,
      summary: 'Revoke a calendar feed',
      description: 'Its address leads nowhere from the next request on.',
      params: IdParams,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeFeed(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}

/** What calendars read: the token in the address is all that they have. */
export const calendarRoutes = async (app: App) => {
  app.get(
    '/calendar/:token.ics',
    operation({
      operationId: 'readCalendar',
      tag,
      credential: 'none',
      summary: 'Read a calendar',
      description:
        'Interviews that have a time or a day, next steps that have a day, and coaching sessions, from a year back on. Times are in UTC; an interview or a session lasts an hour unless its length is known. What was called off is marked as cancelled.',
      params: CalendarParams,
      answers: { 200: fileOf(CALENDAR, Calendar) },
      conditional: true,
      problems: ['unavailable'],
    }),
    async (request, reply) => {
      const { version, text } = await readCalendar(request.ctx, request.params.token)
      reply.recordVersion = version
      reply.type(`${CALENDAR}; charset=utf-8`)
      return text
    },
  )
}
