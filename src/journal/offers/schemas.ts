import { z } from 'zod'
import { answered, Day, Id, prose, recordMembers } from '../../platform/schemas.ts'
import { PAY_PERIODS } from '../applications/rules.ts'

const Salary = z.strictObject({
  amount: z.int().min(0).max(1_000_000_000_000).describe('In minor units of the currency.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Must be an ISO 4217 code')
    .describe('ISO 4217.'),
  period: z.enum(PAY_PERIODS).describe('What it is paid for.'),
})

export const OfferFields = z
  .strictObject({
    receivedOn: Day.nullish().describe('When it came; no day to come.'),
    respondBy: Day.nullish().describe('Until when they want an answer.'),
    salary: Salary.nullish().describe('What they would pay.'),
    notes: prose().nullish().describe('What else it holds.'),
  })
  .meta({
    id: 'OfferFields',
    description: 'An offer received.',
    examples: [{ receivedOn: '2026-04-01', salary: { amount: 6_000_000, currency: 'EUR', period: 'year' } }],
  })

export const Offer = z
  .object({
    ...recordMembers,
    applicationId: Id.describe('The application that led to it.'),
    ...answered(OfferFields),
  })
  .meta({ id: 'Offer', description: 'An offer received. How it ended is the outcome of the application.' })
