import type { Test } from 'tap'
import { replay, stateOf } from '../../../src/journal/study-items/rules/schedule.ts'
import type { Service } from '../../support/service.ts'

/** Computes every schedule that is stored anew, from the log of reviews alone, and finds it as it is stored. */
export const demandReplayed = async (t: Test, { db }: Service) => {
  const { rows } = await db.$client.query(
    `SELECT s.id, s.schedule, s.state, s.scheduled_on::text AS due,
       coalesce(json_agg(json_build_object('rating', r.rating, 'on', r."on") ORDER BY r."on", r.created_at, r.id)
         FILTER (WHERE r.id IS NOT NULL), '[]') AS log
     FROM study_items s LEFT JOIN study_reviews r ON r.account_id = s.account_id AND r.item_id = s.id
     GROUP BY s.account_id, s.id`,
  )
  t.ok(rows.some(({ log }) => log.length > 1))
  for (const { id, schedule, state, due, log } of rows) {
    const anew = replay(log)
    t.strictSame([anew, stateOf(anew, log.at(-1)?.rating)], [schedule, state], id)
    t.equal(anew?.dueOn ?? due, due)
  }
}
