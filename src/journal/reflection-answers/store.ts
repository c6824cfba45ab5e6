import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { entryPlans, entryQuestions, reflectionEntries } from '../reflections/table.ts'

export const store = recordStore('reflection_entry', reflectionEntries)

type Link = { accountId: string; entryId: string }

export const linkQuestion = (db: Db, link: Link & { questionId: string }) =>
  db.insert(entryQuestions).values(link)

export const linkPlan = (db: Db, link: Link & { planId: string }) => db.insert(entryPlans).values(link)
