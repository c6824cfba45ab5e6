import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import type { Test } from 'tap'
import { assistance } from '../../../src/automation/mcp/tools.ts'
import type { Body } from '../../support/client.ts'
import { listen } from '../../support/raw-http.ts'
import type { Service } from '../../support/service.ts'

type Answer = {
  /** What the tool answered. */
  answer: Body
  /** Why it refused, where it did. */
  problem: Body
}
export type Assistant = {
  client: Client
  names: () => Promise<string[]>
  /** Uses a tool. */
  use: (name: string, given?: Record<string, unknown>) => Promise<Answer>
}

/** Where the service serves, over real HTTP, as assistants need it. */
export const serve = async ({ app }: Service): Promise<URL> =>
  new URL('/mcp', `http://127.0.0.1:${await listen(app)}`)

/** An assistant of the protocol's own making, by the revision of today unless another is asked for. */
export const connect = async (
  t: Test,
  address: URL,
  key: string | undefined,
  { headers = {}, mode = { pin: '2026-07-28' } as 'legacy' | { pin: string } } = {},
): Promise<Assistant> => {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } })
  const requestInit = { headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers } }
  await client.connect(new StreamableHTTPClientTransport(address, { requestInit }))
  t.teardown(() => client.close())
  return {
    client,
    names: async () => (await client.listTools()).tools.map(({ name }) => name),
    use: async (name, given = {}) => {
      const { isError, content, structuredContent } = await client.callTool({ name, arguments: given })
      const [block] = content
      const said = block?.type === 'text' ? JSON.parse(block.text) : undefined
      if (isError) return { answer: undefined, problem: said }
      t.strictSame(said, structuredContent, 'text and structure say the same')
      const output = assistance.tools.find((tool) => tool.name === name)?.output
      t.ok(output?.safeParse(structuredContent).success, `${name} answers as the contract says`)
      return { answer: structuredContent, problem: undefined }
    },
  }
}
