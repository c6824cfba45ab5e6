import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Deed } from '../acting.ts'
import type { Consent, Scope } from '../scopes.ts'

/** What a host may tell a person before it lets an assistant go on. */
const EFFECTS = {
  reads: { readOnlyHint: true },
  adds: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  settles: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
  replaces: { readOnlyHint: false, destructiveHint: true, idempotentHint: true },
} as const

type Definition<Input extends z.ZodObject, Output extends z.ZodType> = {
  name: string
  title: string
  description: string
  /** The operation of the contract that it stands for, and what that one needs. */
  operationId: string
  scope: Scope
  coach?: readonly Consent[]
  effect: keyof typeof EFFECTS
  input: Input
  output: Output
  /** The member of the input that names the record in the path of the operation. */
  record?: keyof z.output<Input> & string
  /** The operation that it stands for instead where the input names the record. */
  ofRecord?: string
  run: (ctx: Context, input: z.output<Input>) => Promise<z.input<Output>>
}

/** Something that an assistant may do for a person, over the same service as an operation of the contract. */
export type Tool = {
  name: string
  title: string
  description: string
  deed: Deed
  /** What a call does that names the record. */
  deedOfRecord: Deed
  annotations: { readOnlyHint: boolean; openWorldHint: boolean }
  input: z.ZodObject
  output: z.ZodType
  record: string | undefined
  run: (ctx: Context, input: Record<string, unknown>) => Promise<unknown>
}

export const tool = <Input extends z.ZodObject, Output extends z.ZodType>({
  operationId,
  ofRecord = operationId,
  scope,
  coach = [],
  effect,
  record,
  run,
  ...rest
}: Definition<Input, Output>): Tool => {
  const deed = { operationId, scope, coach, reads: effect === 'reads' }
  return {
    ...rest,
    record,
    deed,
    deedOfRecord: { ...deed, operationId: ofRecord },
    annotations: { ...EFFECTS[effect], openWorldHint: false },
    run: run as unknown as Tool['run'],
  }
}
