import type { jsonSchemaValidator, McpServer } from '@modelcontextprotocol/server'
import { toolSchema } from '../openapi/json-schema.ts'
import { version } from '../version.ts'
import { type Caller, callTool, offers } from './call.ts'
import type { Tool } from './tool.ts'

/** What the service offers to assistants. */
export type Assistance = { instructions: string; tools: readonly Tool[] }

type Sdk = typeof import('@modelcontextprotocol/server')
type Schema = ReturnType<Sdk['fromJsonSchema']>

// Arguments are read by `callTool`, which refuses them as HTTP does.
const anything: jsonSchemaValidator = {
  getValidator: () => (input) => ({ valid: true, data: input as never, errorMessage: undefined }),
}

const written = new WeakMap<Tool, Schema>()

const inputSchemaOf = ({ fromJsonSchema }: Sdk, tool: Tool) => {
  const schema = written.get(tool) ?? fromJsonSchema(toolSchema(tool.input) as never, anything)
  written.set(tool, schema)
  return schema
}

/**
 * A server of the protocol for one message: it holds the tools that its caller may use, and is gone afterwards.
 *
 * @NOTE No tool says what its answers look like: the protocol leaves that open, answers name their members, and every
 * assistant would hold five times as much of the list in mind, in every conversation.
 */
export const serverFor = (sdk: Sdk, { instructions, tools }: Assistance, caller: Caller): McpServer => {
  const server = new sdk.McpServer(
    { name: 'afterview', title: 'Afterview', version },
    { capabilities: { tools: { listChanged: false } }, instructions },
  )
  for (const tool of tools) {
    if (!offers(caller, tool)) continue
    const { name, title, description, annotations } = tool
    const told = { title, description, annotations, inputSchema: inputSchemaOf(sdk, tool) }
    server.registerTool(name, told, (given: unknown) => callTool(caller, tool, given))
  }
  return server
}
