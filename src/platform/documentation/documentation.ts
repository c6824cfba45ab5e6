import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isProblemCode, Problem } from '../../problems.ts'
import type { App } from '../http/types.ts'
import { operation, orFile } from '../openapi/operation.ts'
import { apiCatalog, llmsText } from './catalogs.ts'
import { guidesIndex, readGuides } from './guides.ts'
import { htmlOf, type Page, plainOf } from './markdown.ts'
import { operationsWith } from './operations.ts'
import { helpOf, problemPage, problemsIndex } from './problems.ts'
import { referencePage, referenceScript } from './reference.ts'
import { type Document, lead, prefersPage, sendDocument, serve } from './sending.ts'
import { textPage } from './template.ts'
import { unknownPages } from './unknown-pages.ts'

const ProblemHelp = z
  .object({
    code: z.string(),
    status: z.int(),
    title: z.string(),
    meaning: z.string().describe('What it says of the request.'),
    whatToDo: z.string(),
  })
  .meta({ id: 'ProblemHelp', description: 'What a problem code means.' })
const ProblemParams = z.strictObject({ code: z.string().max(100).describe('The code of a problem.') })

const file = (name: string, type: string) => (): Document => ({
  type,
  text: readFileSync(new URL(name, import.meta.url), 'utf8'),
})

/** The contract, and the pages for people: the reference, the guides, and where the `type` of a problem leads. */
export const documentationRoutes = (publicUrl: string) => async (app: App) => {
  const guides = readGuides(publicUrl)
  const beside = guides.map(({ path, title }): [string, string] => [path, title])
  const drawn = async (page: Page): Promise<Document> =>
    textPage({ ...page, html: await htmlOf(page.markdown), beside })

  serve(app, '/openapi.json', () => ({ type: 'application/json', text: JSON.stringify(app.swagger()) }))
  serve(app, '/docs', referencePage)
  serve(app, '/docs/scalar.js', referenceScript)
  serve(app, '/docs/reference.js', file('reference.js', 'text/javascript'))
  serve(app, '/docs/style.css', file('style.css', 'text/css'))
  serve(app, '/docs/icon.svg', file('icon.svg', 'image/svg+xml'))
  const pages = [guidesIndex(guides), ...guides, problemsIndex()]
  for (const page of pages) {
    serve(app, page.path, () => drawn(page))
    serve(app, `${page.path}.md`, () => ({ type: 'text/markdown', text: plainOf(page, pages, publicUrl) }))
    lead(app, `${page.path}/`, page.path)
  }
  lead(app, '/', '/docs')
  lead(app, '/docs/', '/docs')
  await app.register(unknownPages(drawn), { prefix: '/docs' })
  serve(app, '/llms.txt', () => llmsText(publicUrl, guides, problemsIndex()))
  serve(app, '/.well-known/api-catalog', () => apiCatalog(publicUrl))

  app.get(
    '/docs/problems/:code',
    operation({
      operationId: 'getProblemHelp',
      tag: 'Operations',
      credential: 'none',
      summary: 'What does a problem code mean?',
      description:
        'Where the `type` of every problem leads: as JSON, or as a page where the client asks for one.',
      params: ProblemParams,
      answers: { 200: orFile(ProblemHelp, 'text/html', z.string()) },
    }),
    async (request, reply) => {
      const { code } = request.params
      if (!isProblemCode(code)) throw new Problem('not_found', 'There is no such problem code.')
      reply.header('vary', 'accept, accept-language')
      if (!prefersPage(request)) return helpOf(code)
      return sendDocument(reply, await drawn(problemPage(code, operationsWith(app, code))))
    },
  )
}
