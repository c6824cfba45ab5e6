import type { GrantOf } from '../../platform/acting.ts'
import type { App } from '../../platform/http/types.ts'
import { answerMessage, Message, ownPagesOnly } from '../../platform/mcp/answer-message.ts'

const tools = () => import('./tools.ts')

/** Tools for assistants. Each asks for the scope that it needs, so the route asks for a live key alone. */
export const mcpRoutes = (publicUrl: string, grantOf: GrantOf) => async (app: App) => {
  app.post(
    '/mcp',
    {
      config: { keepsNothing: true },
      onRequest: ownPagesOnly(publicUrl),
      schema: { hide: true, body: Message },
    },
    (request, reply) => answerMessage(request, reply, tools, grantOf),
  )
}
