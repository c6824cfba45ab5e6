import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isProblemCode, Problem } from '../../problems.ts'
import type { App } from '../http/types.ts'
import { operation, orPage } from '../openapi/operation.ts'
import { withAddress } from '../written-address.ts'
import { apiCatalog, llmsText } from './catalogs.ts'
import { guides, guidesIndex } from './guides.ts'
import { type Page, plainOf } from './markdown.ts'
import { operationsWith } from './operations.ts'
import { draw, jsonOrPage } from './pages.ts'
import { helpOf, problemPage, problemPages, problemsIndex } from './problems.ts'
import { referencePage, referenceScript } from './reference.ts'
import { type Document, lead, serve } from './sending.ts'
import { unknownPages } from './unknown-pages.ts'

const ProblemHelp = z
  .object({
    code: z.string().describe('Stable.'),
    status: z.int().describe('The status that it is answered with.'),
    title: z.string().describe('What happened, in a few words.'),
    meaning: z.string().describe('What it says of the request.'),
    whatToDo: z.string().describe('What helps.'),
  })
  .meta({ id: 'ProblemHelp', description: 'What a problem code means.' })
const ProblemParams = z.strictObject({ code: z.string().max(100).describe('The code of a problem.') })

const file = (name: string, type: string) => (): Document => ({
  type,
  text: readFileSync(new URL(name, import.meta.url), 'utf8'),
})

/** What another part of the service has written: a page, and those it leads to, which that part serves as JSON too. */
export type Chapter = { index: Page; pages: readonly Page[] }

/**
 * The contract, and the pages for people: the reference, the guides, where the `type` of a problem leads, and what other
 * parts of the service have written.
 */
export const documentationRoutes = (publicUrl: string, chapters: readonly Chapter[]) => async (app: App) => {
  const others = chapters.map(({ index }) => index)
  const written = [guidesIndex, ...guides, problemsIndex, ...others]
  const pages = written.map((page) => ({ ...page, markdown: withAddress(page.markdown, publicUrl) }))
  const asJsonToo: { path: string; read: () => Page }[] = [
    ...problemPages((code) => operationsWith(app, code)),
    ...chapters.flatMap((chapter) => chapter.pages.map((page) => ({ path: page.path, read: () => page }))),
  ]
  const plain = new Set([...pages, ...asJsonToo].map(({ path }) => path))
  const servePlain = (path: string, read: () => Page) =>
    serve(app, `${path}.md`, () => ({ type: 'text/markdown', text: plainOf(read(), plain, publicUrl) }))

  serve(app, '/openapi.json', () => ({ type: 'application/json', text: JSON.stringify(app.swagger()) }))
  serve(app, '/docs', referencePage)
  serve(app, '/docs/scalar.js', referenceScript)
  serve(app, '/docs/reference.js', file('reference.js', 'text/javascript'))
  serve(app, '/docs/style.css', file('style.css', 'text/css'))
  serve(app, '/docs/icon.svg', file('icon.svg', 'image/svg+xml'))
  for (const page of pages) {
    serve(app, page.path, () => draw(page))
    servePlain(page.path, () => page)
    // It would be taken for the address of a problem without a code.
    lead(app, `${page.path}/`, page.path)
  }
  for (const { path, read } of asJsonToo) servePlain(path, read)
  lead(app, '/', '/docs')
  lead(app, '/docs/', '/docs')
  await app.register(unknownPages(plain), { prefix: '/docs' })
  serve(app, '/llms.txt', () => llmsText(publicUrl, guides, [problemsIndex, ...others]))
  serve(app, '/.well-known/api-catalog', () => apiCatalog(publicUrl))

  app.get(
    '/docs/problems/:code',
    operation({
      operationId: 'getProblemHelp',
      tag: 'Operations',
      credential: 'none',
      summary: 'What does a problem code mean?',
      description:
        'Where the `type` of every problem leads: as JSON, or as a page where the client asks for one. With `.md` after the address it is Markdown.',
      params: ProblemParams,
      answers: { 200: orPage(ProblemHelp) },
    }),
    async (request, reply) => {
      const { code } = request.params
      if (!isProblemCode(code)) throw new Problem('not_found', 'There is no such problem code.')
      return jsonOrPage(request, reply, helpOf(code), () => problemPage(code, operationsWith(app, code)))
    },
  )
}
