import { z } from 'zod'
import { ApplicationFields } from '../../journal/applications/schemas.ts'
import { InterviewFields } from '../../journal/interviews/schemas.ts'
import { OfferFields } from '../../journal/offers/schemas.ts'
import { OutcomeFields } from '../../journal/outcomes/schemas.ts'
import { Digest, filled, Id, present, saidAs } from '../../platform/schemas.ts'
import type { LastReading as Remembered } from './rules.ts'

const { shape: application } = ApplicationFields
const { shape: interview } = InterviewFields
const { shape: source } = filled(application.source)
const { shape: salaryRange } = filled(application.salaryRange)
const { shape: contact } = filled(application.contacts).element
const Source = z.strictObject({ channel: present(source.channel), name: present(source.name) })
const SalaryRange = z.strictObject({
  ...salaryRange,
  minimum: present(salaryRange.minimum),
  maximum: present(salaryRange.maximum),
})
const Contact = z.strictObject({
  name: contact.name,
  role: present(contact.role),
  email: filled(contact.email).exactOptional(),
  phone: filled(contact.phone).exactOptional(),
  notes: filled(contact.notes).exactOptional(),
})

const Application = z.strictObject({
  company: present(application.company),
  roleTitle: present(application.roleTitle),
  url: present(application.url),
  location: present(application.location),
  workMode: present(application.workMode),
  employmentType: present(application.employmentType),
  source: saidAs(Source.nullable(), application.source),
  salaryRange: saidAs(SalaryRange.nullable(), application.salaryRange),
  resumeVersion: present(application.resumeVersion),
  description: present(application.description),
  tags: filled(application.tags),
  contacts: saidAs(z.array(Contact).max(50), application.contacts),
  appliedOn: present(application.appliedOn),
  respondedOn: present(application.respondedOn),
  notes: present(application.notes),
})
const Interview = z.strictObject({
  round: filled(interview.round),
  kind: filled(interview.kind),
  format: present(interview.format),
  label: filled(interview.label),
  heldOn: present(interview.heldOn),
  time: z
    .string()
    .max(5)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Must be a time of day')
    .nullable()
    .describe('The time of day that it begins.'),
  utc: z.literal(true).exactOptional().describe('The time is one in UTC.'),
  status: filled(interview.status),
  result: filled(interview.result),
})
const Offer = z.strictObject({ receivedOn: present(OfferFields.shape.receivedOn) })
const Outcome = z.strictObject({
  kind: OutcomeFields.shape.kind,
  decidedOn: present(OutcomeFields.shape.decidedOn),
  doorOpen: present(OutcomeFields.shape.doorOpen),
})

const LastReading = z.strictObject({
  application: Application.describe('The try itself.'),
  interviews: z.array(Interview).max(50).describe('Its rounds.'),
  offer: Offer.nullable().describe('The offer that came of it.'),
  outcome: Outcome.nullable().describe('How it ended.'),
  noteHeadings: z
    .array(z.string().max(20_000).nullable())
    .max(501)
    .exactOptional()
    .describe('The headings that its notes stand under, in their order; null: one’s own words.'),
}) satisfies z.ZodType<Remembered>

/** What a row of a file said last of its application, and what it is recognised by when it comes again. */
export const RememberedRow = z.strictObject({
  identity: Digest.describe('A digest of company, role and what else of the row does not change.'),
  occurrence: z.int().min(1).max(1_000_000).describe('Which of the rows that are alike it is.'),
  sameRole: Digest.describe('The same without the day of application.'),
  applicationId: Id.describe('The application that came of it.'),
  reading: LastReading.describe('What it said of that application.'),
})
