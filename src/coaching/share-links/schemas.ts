import { z } from 'zod'
import { WinCounts } from '../../guidance/wins/schemas.ts'
import { Comeback } from '../../insights/comeback/schemas.ts'
import { Flow } from '../../insights/flow/schemas.ts'
import { frameMembers } from '../../insights/frame/schemas.ts'
import { Funnel } from '../../insights/funnel/schemas.ts'
import { RoundsInsight } from '../../insights/rounds/schemas.ts'
import { Summary } from '../../insights/summary/schemas.ts'
import {
  AnsweredInstant,
  Day,
  distinct,
  inOrder,
  line,
  pageOf,
  patchOf,
  recordMembers,
} from '../../platform/schemas.ts'
import { FIGURES } from './rules.ts'

const label = line(100).describe('Whom it is for. It is not shown at the address.')
const expiresOn = Day.describe('The last day, in the time zone of the account. Until revoked unless stated.')

const Period = z
  .strictObject({
    from: Day.nullish().describe('First day. Since the first record unless stated.'),
    to: Day.nullish().describe('Last day, included. Until now unless stated.'),
  })
  .refine(...inOrder('from', 'to'))

export const NewShareLink = z
  .strictObject({
    label: label.nullish(),
    figures: z
      .array(z.enum(FIGURES))
      .min(1)
      .max(FIGURES.length)
      .refine(...distinct('Must not name a figure twice'))
      .describe('What the address shows. It cannot be changed: make another link for something else.'),
    expiresOn: expiresOn.nullish(),
    period: Period.nullish().describe('The days that the figures are of; all unless stated.'),
  })
  .meta({ id: 'NewShareLink', examples: [{ label: 'My sister', figures: ['funnel', 'wins'] }] })

export const ShareLinkPatch = patchOf(NewShareLink.pick({ label: true, expiresOn: true })).meta({
  id: 'ShareLinkPatch',
  examples: [{ label: 'My sister and Ben' }],
})

const members = {
  ...recordMembers,
  label: label.nullable(),
  figures: z.array(z.enum(FIGURES)).describe('What the address shows. More may come.'),
  expiresOn: z.iso.date().nullable().describe('The last day; null: until revoked.'),
  period: frameMembers.period,
  openedCount: z.int().min(0).describe('How often it was opened: by a `GET` of its address.'),
  lastOpenedAt: AnsweredInstant.nullable().describe('Null while nobody opened it.'),
}

export const ShareLink = z
  .object(members)
  .meta({ id: 'ShareLink', description: 'An address that shows chosen figures, without the address.' })
export const CreatedShareLink = z
  .object({
    ...members,
    url: z.url().describe('Shown this once. Whoever has it can read the figures.'),
    token: z.string().describe('What the address ends with, for pages of your own. Shown this once.'),
  })
  .meta({ id: 'CreatedShareLink', description: 'An address that shows chosen figures.' })
export const ShareLinkPage = pageOf('ShareLinkPage', ShareLink)

export const SharedParams = z.strictObject({
  token: z.string().min(1).max(100).describe('What the address of the link ends with.'),
})
/** Open: people follow the address, and what programs on the way add to it is passed over. */
export const SharedQuery = z.object({})

const SharedSummary = Summary.pick({
  period: true,
  basis: true,
  smallSample: true,
  definition: true,
  works: true,
  causes: true,
  tallies: true,
}).meta({
  id: 'SharedSummary',
  description: 'What works, the two kinds of cause, and the tallies: the counts and rates of the summary.',
})

/** @NOTE What is not declared here does not leave: no member of it may hold an id, or words that somebody wrote. */
export const SharedFigures = z
  .object({
    asOf: AnsweredInstant.describe('When the figures were computed: now.'),
    period: frameMembers.period,
    summary: SharedSummary.nullable().describe('What works, causes and tallies.'),
    funnel: Funnel.omit({ groups: true })
      .meta({ id: 'SharedFunnel' })
      .nullable()
      .describe('How far applications got.'),
    rounds: RoundsInsight.nullable().describe('How often each round led on.'),
    comeback: Comeback.nullable().describe('How it went on after a no.'),
    flow: Flow.nullable().describe('The ways that applications took.'),
    wins: WinCounts.nullable(),
  })
  .meta({
    id: 'SharedFigures',
    description:
      'The figures that a share link shows, null where it does not show them. No names, texts, employers or ids; private reflections do not count.',
  })
