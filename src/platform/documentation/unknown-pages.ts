import { isRead } from '../http/methods.ts'
import { targetOf } from '../http/requests.ts'
import type { App } from '../http/types.ts'
import { refuseUnknownRoute } from '../http/unknown-routes.ts'
import { pageFrom } from './markdown.ts'
import { draw, prefersPage } from './pages.ts'
import { sendDocument } from './sending.ts'

const page = pageFrom(
  '/docs/not-found',
  `# There is no such page

Nothing is written at this address. It may have been mistyped, or have moved.

- [Guides](/docs/guides): from nothing to a first debrief.
- [Reference](/docs): every operation.
- [Insights](/docs/insights): how each figure is computed.
- [Problems](/docs/problems): every refusal, with what to do about it.
`,
)

/**
 * Leads to a page from its address with a slash at the end. Otherwise a browser gets a page that says there is none, and
 * whoever asks for no page the problem.
 */
export const unknownPages = (known: ReadonlySet<string>) => async (app: App) => {
  app.setNotFoundHandler(async (request, reply) => {
    const [, path = ''] = /^(.+)\/$/.exec(targetOf(request).path) ?? []
    if (known.has(path) && isRead(request)) return reply.redirect(path, 308)
    if (!prefersPage(request)) return refuseUnknownRoute(request)
    return sendDocument(reply.code(404), await draw(page))
  })
}
