import type { CallToolResult } from '@modelcontextprotocol/server'
import type { Context } from '../../context.ts'
import { Problem, problems } from '../../problems.ts'
import { actingFor, type GrantOf, scopeFor } from '../acting.ts'
import { check } from '../faults.ts'
import { toProblem } from '../http/error-mapper.ts'
import { serializerCompiler } from '../openapi/compilers.ts'
import { demandScope, holdsScope } from '../scopes.ts'
import type { Tool } from './tool.ts'

/** Who uses a tool: their context, for whose account, and what a client lets them do. */
export type Caller = { ctx: Context; clientId: string | undefined; requestId: string; grantOf: GrantOf }

/** Whether a tool is there for the caller at all: what their credential does not cover is not offered. */
export const offers = ({ ctx, clientId }: Caller, { deed }: Tool): boolean => {
  if (clientId !== undefined && deed.coach.length === 0) return false
  const scope = scopeFor(deed, clientId)
  return scope === undefined || holdsScope(ctx.actor, scope)
}

const read = ({ input }: Tool, given: unknown) => {
  const { data, faults } = check(input, given)
  if (!faults) return data
  throw new Problem('invalid_request', 'The arguments do not fit the tool.', { errors: faults })
}

const run = async ({ ctx, clientId, grantOf }: Caller, tool: Tool, given: unknown) => {
  demandScope(ctx.actor, scopeFor(tool.deed, clientId))
  const input = read(tool, given)
  const named = tool.record === undefined ? undefined : input[tool.record]
  const recordId = named === undefined ? null : String(named)
  const deed = recordId === null ? tool.deed : tool.deedOfRecord
  return tool.run(await actingFor(ctx, deed, { clientId, recordId }, grantOf), input)
}

/** A refusal that an assistant can act on: the same problem as over HTTP, and what to do about it. */
const refusal = ({ ctx, requestId }: Caller, problem: Problem): CallToolResult => {
  const { code, detail, errors, extension } = problem
  const [status, title, whatToDo] = problems[code]
  if (status >= 500) ctx.log.error({ err: problem.cause ?? problem }, code)
  const said = { code, title, detail, whatToDo, errors, ...extension, requestId }
  return { isError: true, content: [{ type: 'text', text: JSON.stringify(said) }] }
}

/** Uses a tool. What it answers is written as the answer of an operation is: nothing undeclared leaves. */
export const callTool = async (caller: Caller, tool: Tool, given: unknown): Promise<CallToolResult> => {
  try {
    const write = serializerCompiler({ schema: tool.output } as never)
    const text = write(await run(caller, tool, given))
    return { content: [{ type: 'text', text }], structuredContent: JSON.parse(text) }
  } catch (error) {
    return refusal(caller, toProblem(error))
  }
}
