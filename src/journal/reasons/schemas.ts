import { z } from 'zod'
import { REASON_CODES, REASON_GROUPS } from './rules.ts'

const Reason = z
  .object({
    code: z.enum(REASON_CODES).describe('Stable. More may come.'),
    group: z.enum(REASON_GROUPS).describe('Decides the attribution of an outcome.'),
    title: z.string(),
    description: z.string(),
  })
  .meta({ id: 'Reason', description: 'Why an application may end.' })

export const ReasonList = z
  .object({ data: z.array(Reason) })
  .meta({ id: 'ReasonList', description: 'The whole catalogue, group by group.' })
