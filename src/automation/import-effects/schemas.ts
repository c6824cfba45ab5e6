import { z } from 'zod'
import { ApplicationFields } from '../../journal/applications/schemas.ts'
import { InterviewFields } from '../../journal/interviews/schemas.ts'
import { OfferFields } from '../../journal/offers/schemas.ts'
import { OutcomeFields } from '../../journal/outcomes/schemas.ts'
import type { LastReading as Remembered } from './rules.ts'

const { shape: application } = ApplicationFields
const { shape: interview } = InterviewFields
const source = application.source.unwrap().unwrap().shape
const salaryRange = application.salaryRange.unwrap().unwrap().shape
const { shape: contact } = application.contacts.unwrap().unwrap().element

/** What a row said of its application, as it is remembered. */
export const LastReading = z.strictObject({
  application: z.strictObject({
    company: application.company.unwrap(),
    roleTitle: application.roleTitle.unwrap(),
    url: application.url.unwrap(),
    location: application.location.unwrap(),
    workMode: application.workMode.unwrap(),
    employmentType: application.employmentType.unwrap(),
    source: z.strictObject({ channel: source.channel.unwrap(), name: source.name.unwrap() }).nullable(),
    salaryRange: z
      .strictObject({
        ...salaryRange,
        minimum: salaryRange.minimum.unwrap(),
        maximum: salaryRange.maximum.unwrap(),
      })
      .nullable(),
    resumeVersion: application.resumeVersion.unwrap(),
    description: application.description.unwrap(),
    tags: application.tags.unwrap().unwrap(),
    contacts: z.array(z.strictObject({ name: contact.name, role: contact.role.unwrap() })).max(50),
    appliedOn: application.appliedOn.unwrap(),
    respondedOn: application.respondedOn.unwrap(),
    notes: application.notes.unwrap(),
  }),
  interviews: z
    .array(
      z.strictObject({
        round: interview.round.unwrap().unwrap(),
        kind: interview.kind.unwrap().unwrap(),
        format: interview.format.unwrap(),
        label: interview.label.unwrap().unwrap(),
        heldOn: interview.heldOn.unwrap(),
        time: z
          .string()
          .max(5)
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Must be a time of day')
          .nullable(),
        utc: z.literal(true).exactOptional().describe('The time is one in UTC.'),
        status: interview.status.unwrap().unwrap(),
        result: interview.result.unwrap().unwrap(),
      }),
    )
    .max(50),
  offer: z.strictObject({ receivedOn: OfferFields.shape.receivedOn.unwrap() }).nullable(),
  outcome: z
    .strictObject({
      kind: OutcomeFields.shape.kind,
      decidedOn: OutcomeFields.shape.decidedOn.unwrap(),
      doorOpen: OutcomeFields.shape.doorOpen.unwrap(),
    })
    .nullable(),
}) satisfies z.ZodType<Remembered>
