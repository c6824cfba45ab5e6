import { z } from 'zod'
import {
  AnsweredInstant,
  answered,
  anyOf,
  Day,
  Flag,
  Id,
  Instant,
  inOrder,
  ListQuery,
  line,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  updatedFrom,
  WebAddress,
} from '../../platform/schemas.ts'
import { ATTRIBUTIONS, OUTCOME_KINDS } from '../outcomes/rules.ts'
import {
  CHANNELS,
  EMPLOYMENT_TYPES,
  LONGEST_NOTES,
  PAY_PERIODS,
  PRIORITIES,
  STAGES,
  STATUSES,
  WORK_MODES,
} from './rules.ts'

const Source = z.strictObject({
  channel: z.enum(CHANNELS).nullish().describe('What kind of place the opening was found at. More may come.'),
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
  period: z.enum(PAY_PERIODS).describe('What it is paid for.'),
})

const Contact = z.strictObject({
  name: line().describe('Who it is.'),
  role: line().nullish().describe('What they do there.'),
  email: z.email().max(254).nullish().describe('Never shown to a coach.'),
  phone: line(50).nullish().describe('Never shown to a coach.'),
  notes: prose(2_000)
    .nullish()
    .describe(
      'What is worth knowing of them. A coach who may read the journal reads it, without addresses, handles and numbers.',
    ),
})
const NextStep = z.strictObject({
  text: line(500).describe('What it is, in your own words.'),
  dueOn: Day.nullish().describe('When it is due; a follow-up without a day waits for one.'),
})
const refSource = z
  .string()
  .max(64)
  .regex(
    /^[a-z0-9][a-z0-9._-]*$/,
    'Must begin with a lower-case letter or digit and hold only these and . _ -',
  )
  .describe('The system that keeps the id.')
const refId = line(150).describe('What that system calls the application.')
export const ExternalRef = z.strictObject({ source: refSource, id: refId })

export const ApplicationFields = z
  .strictObject({
    company: line().nullish().describe('Who would employ. May be left out when `roleTitle` is given.'),
    roleTitle: line().nullish().describe('What the role is called. May be left out when `company` is given.'),
    url: WebAddress.nullish().describe('Where the opening is described.'),
    location: line().nullish().describe('Where the work is.'),
    workMode: z.enum(WORK_MODES).nullish().describe('Where one works from.'),
    employmentType: z.enum(EMPLOYMENT_TYPES).nullish().describe('What kind of contract it is.'),
    source: Source.nullish().describe('Where the opening was found.'),
    salaryRange: SalaryRange.nullish().describe('What the opening offers, as far as it says.'),
    priority: z.enum(PRIORITIES).nullish().describe('How much it matters to you.'),
    tags: z.array(line(100)).max(50).nullish().describe('Your own words to find it by.'),
    contacts: z
      .array(Contact)
      .max(50)
      .nullish()
      .describe('Whom you know there. Never shown to a coach in full.'),
    nextStep: NextStep.nullish().describe('What you will do next: a follow-up, a call, a task.'),
    externalRef: ExternalRef.nullish().describe('Its id in another system; one application for each.'),
    resumeVersion: line().nullish().describe('Which résumé was sent.'),
    description: prose(50_000).nullish().describe('The opening in its own words.'),
    notes: prose(LONGEST_NOTES).nullish().describe('Whatever else is worth keeping.'),
    appliedOn: Day.nullish().describe('Absent for a wish, and where the company came first.'),
    respondedOn: Day.nullish().describe('When the company first answered; no day to come.'),
    archivedAt: Instant.nullish().describe('When it was put out of sight. It counts as before.'),
  })
  .refine(({ company, roleTitle }) => company || roleTitle, {
    path: ['company'],
    error: 'Give the company, the role title, or both',
  })
  .refine(({ salaryRange: s }) => (s?.minimum ?? 0) <= (s?.maximum ?? Number.POSITIVE_INFINITY), {
    path: ['salaryRange', 'minimum'],
    error: 'Must not be above the maximum',
  })

export const example = {
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
  description: 'Changes to an application. Null clears a member.',
  examples: [{ respondedOn: '2026-03-09', notes: null }],
})
export const Application = z
  .object({
    ...recordMembers,
    ...answered(ApplicationFields, 'tags', 'contacts'),
    stage: z
      .enum(STAGES)
      .describe('How far it ever got. Computed from the records; an ending erases nothing.'),
    status: z.enum(STATUSES).describe('Open until an outcome is recorded.'),
    outcome: z.enum(OUTCOME_KINDS).nullable().describe('The kind of its outcome; null while it is open.'),
    interviewCount: z.int().min(0).describe('Interviews obtained, whatever became of them.'),
    lastActivityAt: AnsweredInstant.describe(
      'The latest thing that happened by the records; days count from midnight UTC.',
    ),
    quietDays: z
      .int()
      .min(0)
      .nullable()
      .describe(
        'Days since anything happened by the records, in the time zone of the account, while it is open; null once it is closed.',
      ),
    lastInterviewOn: z.iso
      .date()
      .nullable()
      .describe(
        'The day of the latest interview held: its `heldOn`, or else the day of its `startsAt` in the time zone of the account; null where no day is known.',
      ),
    daysSinceLastInterview: z
      .int()
      .min(0)
      .nullable()
      .describe(
        'Days since `lastInterviewOn`, until today in the time zone of the account; null without it.',
      ),
  })
  .meta({ id: 'Application', description: 'One try for one role at one company.' })

export const CreatedApplication = Application.extend({
  possibleDuplicates: z
    .array(Id)
    .describe(
      [
        'Applications with the same address, or open ones with the same company and role; ten at most.',
        'Of a name, upper and lower case are alike, and so are the width of letters and spaces, ß and ss, ς and σ; an accent makes another name.',
        'Of an address, these are passed over: the scheme, the usual port, the case of the host and of percent-encoded bytes, a slash at the end, the fragment, and the parameters `utm_...`, `gclid`, `fbclid` and `msclkid`.',
      ].join(' '),
    ),
}).meta({ id: 'CreatedApplication', description: 'A new application, with what looks like it.' })

const SORTS = [
  '-createdAt',
  'createdAt',
  '-appliedOn',
  'appliedOn',
  '-lastActivityAt',
  'lastActivityAt',
] as const

export const ApplicationQuery = ListQuery.extend({
  stage: anyOf(STAGES).describe('Got exactly this far, or as far as one of these.'),
  status: anyOf(STATUSES).describe('Open, or closed by an outcome.'),
  outcome: anyOf(OUTCOME_KINDS).describe('Ended this way, or in one of these.'),
  attribution: anyOf(ATTRIBUTIONS).describe('What its outcome is attributed to.'),
  tag: line(100).optional().describe('Exactly this tag is among its tags.'),
  source: line(100).optional().describe('The name of its source, upper or lower case alike, or its channel.'),
  appliedFrom: Day.optional().describe('Applied on this day or later.'),
  appliedTo: Day.optional().describe('Applied on this day or earlier.'),
  archived: Flag.optional().describe('Only those put out of sight, or only the others. Both unless stated.'),
  q: line(200).optional().describe('Each of these words stands in the company or the role.'),
  updatedFrom: updatedFrom.describe(
    'Recorded or changed itself at this instant or later. What hangs on it, such as an interview, an offer or an outcome, does not count, though it moves `stage`, `status` and the like: `GET /v1/events` tells of it.',
  ),
  sort: z
    .enum(SORTS)
    .default('-createdAt')
    .describe('`-` puts the latest first. Without `appliedOn` it counts as the earliest.'),
}).refine(...inOrder('appliedFrom', 'appliedTo'))
export const ApplicationPage = pageOf('ApplicationPage', Application)
