import { z } from 'zod'
import {
  AnsweredInstant,
  Day,
  ListQuery,
  line,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  WebAddress,
} from '../../platform/schemas.ts'
import { PAY_PERIODS, STAGES, STATUSES } from './rules.ts'

const Source = z.strictObject({
  channel: z
    .enum(['job_board', 'company_site', 'referral', 'recruiter', 'agency', 'event', 'outreach', 'other'])
    .nullish()
    .describe('What kind of place the opening was found at. More may come.'),
  name: line(100).nullish().describe('Which one, such as the name of a job board.'),
})
const amount = z.int().min(0).max(1_000_000_000_000).nullish().describe('In minor units of the currency.')
const SalaryRange = z.strictObject({
  minimum: amount,
  maximum: amount,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Must be an ISO 4217 code')
    .describe('ISO 4217.'),
  period: z.enum(PAY_PERIODS),
})

export const ApplicationFields = z
  .strictObject({
    company: line().nullish().describe('Who would employ. May be left out when `roleTitle` is given.'),
    roleTitle: line().nullish().describe('What the role is called. May be left out when `company` is given.'),
    url: WebAddress.nullish().describe('Where the opening is described.'),
    location: line().nullish(),
    workMode: z.enum(['onsite', 'hybrid', 'remote']).nullish(),
    employmentType: z
      .enum(['full_time', 'part_time', 'contract', 'internship', 'temporary', 'freelance', 'other'])
      .nullish(),
    source: Source.nullish().describe('Where the opening was found.'),
    salaryRange: SalaryRange.nullish().describe('What the opening offers, as far as it says.'),
    resumeVersion: line().nullish().describe('Which résumé was sent.'),
    description: prose(50_000).nullish().describe('The opening in its own words.'),
    notes: prose().nullish(),
    appliedOn: Day.nullish().describe('Absent for a wish, and where the company came first.'),
    respondedOn: Day.nullish().describe('When the company first answered.'),
  })
  .refine(({ company, roleTitle }) => company || roleTitle, {
    path: ['company'],
    error: 'Give the company, the role title, or both',
  })
  .refine(({ salaryRange: s }) => (s?.minimum ?? 0) <= (s?.maximum ?? Number.POSITIVE_INFINITY), {
    path: ['salaryRange', 'minimum'],
    error: 'Must not be above the maximum',
  })

const example = {
  company: 'Lindgren Optics',
  roleTitle: 'Process Engineer',
  source: { channel: 'job_board', name: 'Stepping Stones' },
  appliedOn: '2026-03-02',
}

export const NewApplication = ApplicationFields.meta({
  id: 'NewApplication',
  description: 'One try for one role at one company.',
  examples: [example],
})
export const ApplicationPatch = patchOf(ApplicationFields).meta({
  id: 'ApplicationPatch',
  examples: [{ respondedOn: '2026-03-09', notes: null }],
})

export const Application = z
  .object({
    ...recordMembers,
    company: z.string().nullable(),
    roleTitle: z.string().nullable(),
    url: z.string().nullable(),
    location: z.string().nullable(),
    workMode: z.string().nullable(),
    employmentType: z.string().nullable(),
    source: z.object({ channel: z.string().nullish(), name: z.string().nullish() }).nullable(),
    salaryRange: z
      .object({
        minimum: z.int().nullish(),
        maximum: z.int().nullish(),
        currency: z.string(),
        period: z.string(),
      })
      .nullable(),
    resumeVersion: z.string().nullable(),
    description: z.string().nullable(),
    notes: z.string().nullable(),
    appliedOn: z.iso.date().nullable(),
    respondedOn: z.iso.date().nullable(),
    stage: z
      .enum(STAGES)
      .describe('How far it ever got. Computed from the records; an ending erases nothing.'),
    status: z.enum(STATUSES).describe('Open until an outcome is recorded.'),
    outcome: z.string().nullable().describe('The kind of its outcome.'),
    interviewCount: z.int().min(0).describe('Interviews obtained, whatever became of them.'),
    lastActivityAt: AnsweredInstant.describe(
      'The latest thing that happened by the records; days count from midnight UTC.',
    ),
  })
  .meta({ id: 'Application', description: 'One try for one role at one company.' })

export const ApplicationQuery = ListQuery.extend({
  stage: z.enum(STAGES).optional(),
  status: z.enum(STATUSES).optional(),
})
export const ApplicationPage = pageOf('ApplicationPage', Application)
