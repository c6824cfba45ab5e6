import { z } from 'zod'
import { MOST_FAULTS, type ProblemCode, problems } from '../../problems.ts'
import { FAULT_CODES } from '../fault-codes.ts'

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]]

const codesOfFaults = Object.entries(FAULT_CODES)
  .map(([code, meaning]) => `\`${code}\`: ${meaning.replace(/\.$/, '')}`)
  .join('; ')

const FaultDocument = z
  .object({
    pointer: z
      .string()
      .max(10_000)
      .describe(
        'JSON Pointer to the member of the body; `/querystring`, `/params` and `/headers` lead elsewhere.',
      ),
    detail: z.string().max(2_000).describe('What is wrong, for people.'),
    code: z
      .string()
      .regex(/^[a-z_]+$/)
      .describe(
        `What is wrong, for programs; with \`invalid_request\` one of these: ${codesOfFaults}. Other problems have codes of their own here. More codes may come.`,
      )
      .meta({ 'x-extensible-enum': Object.keys(FAULT_CODES) }),
    limit: z
      .number()
      .optional()
      .describe('With `too_big`, `too_long`, `too_many`, `too_small`, `too_short` and `too_few`: the bound.'),
  })
  .meta({ id: 'Fault', description: 'One fault of the input.' })

/** Every answer above 399, RFC 9457. */
export const ProblemDocument = z
  .object({
    type: z.url().describe('Leads to what the code means and what to do.'),
    title: z.string().max(200).describe('The same for every problem of this code.'),
    status: z.int().min(400).max(599).describe('The status of the answer.'),
    detail: z.string().max(2_000).describe('What went wrong this time.'),
    instance: z.string().max(16_384).describe('The path that was asked for.'),
    code: z.enum(codes).describe('Stable. More codes may come.'),
    requestId: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,128}$/)
      .describe('Name it when you ask for help.'),
    errors: z
      .array(FaultDocument)
      .max(MOST_FAULTS)
      .optional()
      .describe(
        `Present when the input has faults that can be pointed at; the first ${MOST_FAULTS} of them.`,
      ),
    expectedStep: z
      .string()
      .regex(/^[a-z_]{1,50}$/)
      .optional()
      .describe(
        'With `reflection_out_of_order` and `reflection_incomplete`: the step of the reflection to answer first. Absent where an answer was to be taken back.',
      ),
  })
  .meta({
    id: 'Problem',
    description: 'A refusal, in the form of RFC 9457.',
    examples: [
      {
        type: 'http://127.0.0.1:3000/docs/problems/not_found',
        title: problems.not_found[1],
        status: 404,
        detail: 'There is no application with this id in this account.',
        instance: '/v1/applications/01998a5c-0000-7000-8000-000000000000',
        code: 'not_found',
        requestId: '01998a5c-0000-7000-8000-00000000abcd',
      },
    ],
  })
