import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { record } from '../../platform/database/columns.ts'
import type { Schedule } from './rules/schedule.ts'
import type { Rating, ReviewSource, StudyMode, StudyState } from './rules.ts'

/** A question to be ready for. It belongs to the account and gathers all times it was asked. */
export const studyItems = pgTable(
  'study_items',
  {
    ...record(),
    prompt: text('prompt').notNull(),
    mode: text('mode').$type<StudyMode>().notNull(),
    topic: text('topic'),
    answerNotes: text('answer_notes'),
    /** Added by its owner, not by a question that was missed. */
    own: boolean('own').notNull(),
    state: text('state').$type<StudyState>().notNull(),
    schedule: jsonb('schedule').$type<Schedule>(),
    /** Due on this day, before an interview may draw it nearer. */
    scheduledOn: date('scheduled_on').notNull(),
  },
  (t) => [
    primaryKey({ name: 'study_items_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'study_items_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    index('study_items_topic_index').on(t.accountId, sql`lower(${t.topic})`),
    check('study_items_mode_check', sql`${t.mode} IN ('learn', 'rehearse')`),
    check('study_items_state_check', sql`${t.state} IN ('new', 'learning', 'ready')`),
  ],
)

/** The wordings that lead to an item; several after a merge. Questions are found by the digest of their prompt. */
export const studyItemPrompts = pgTable(
  'study_item_prompts',
  {
    accountId: uuid('account_id').notNull(),
    itemId: uuid('item_id').notNull(),
    promptDigest: text('prompt_digest').notNull(),
  },
  (t) => [
    primaryKey({ name: 'study_item_prompts_pkey', columns: [t.accountId, t.promptDigest] }),
    foreignKey({
      name: 'study_item_prompts_item_fkey',
      columns: [t.accountId, t.itemId],
      foreignColumns: [studyItems.accountId, studyItems.id],
    }).onDelete('cascade'),
    index('study_item_prompts_item_index').on(t.accountId, t.itemId),
  ],
)

/** Every review: schedules follow from these alone. */
export const studyReviews = pgTable(
  'study_reviews',
  {
    ...record(),
    itemId: uuid('item_id').notNull(),
    rating: text('rating').$type<Rating>().notNull(),
    source: text('source').$type<ReviewSource>().notNull(),
    /**
     * The question that was missed, for as long as it is there and missed.
     *
     * @NOTE No foreign key: a cascade would hold reviews before their items, and the item is to be computed anew anyway.
     */
    questionId: uuid('question_id'),
    on: date('on').notNull(),
  },
  (t) => [
    primaryKey({ name: 'study_reviews_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'study_reviews_item_fkey',
      columns: [t.accountId, t.itemId],
      foreignColumns: [studyItems.accountId, studyItems.id],
    }).onDelete('cascade'),
    index('study_reviews_item_index').on(t.accountId, t.itemId, t.id),
    index('study_reviews_question_index')
      .on(t.accountId, t.questionId)
      .where(sql`${t.questionId} IS NOT NULL`),
    check('study_reviews_rating_check', sql`${t.rating} IN ('again', 'hard', 'good', 'easy')`),
    check('study_reviews_source_check', sql`${t.source} IN ('review', 'interview')`),
  ],
)
