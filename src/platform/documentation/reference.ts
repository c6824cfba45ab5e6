import Fastify from 'fastify'
import type { Document } from './sending.ts'
import { htmlPage } from './template.ts'

/**
 * The reference of every operation, from the contract.
 *
 * @NOTE Its scripts are files of this service alone. Styles may stand in the page: the library writes them there, on
 * elements and as sheets that change while somebody types. With nothing to load from elsewhere they can carry nothing away.
 */
export const referencePage = (): Document =>
  htmlPage({
    title: 'Afterview API reference',
    summary: 'Every operation of Afterview, to read and to try.',
    path: '/docs',
    policy: {
      script: "'self'",
      connect: "'self'",
      style: "'self' 'unsafe-inline'",
      img: "'self' data:",
    },
    head: `
<script src="/docs/reference.js" defer></script>
<script src="/docs/scalar.js" defer></script>`,
    body: `<div id="reference"></div>
<noscript><main class="text">
<p>The reference is drawn by a script of this service. Without scripts there are the
<a href="/docs/guides">guides</a>, the <a href="/docs/problems">problems</a>, the contract as
<a href="/openapi.json">OpenAPI</a>, and all of it as plain text in <a href="/llms.txt">llms.txt</a>.</p>
</main></noscript>`,
  })

/**
 * The script that draws the reference.
 *
 * @NOTE The library holds it as a text of 5 MB in its own module, and hands it out by HTTP alone: it is loaded when
 * somebody first asks for it.
 */
export const referenceScript = async (): Promise<Document> => {
  const { default: reference } = await import('@scalar/fastify-api-reference')
  const library = Fastify()
  await library.register(reference, { routePrefix: '/', configuration: { url: '/openapi.json' } })
  const { body } = await library.inject('/js/scalar.js')
  return { type: 'text/javascript', text: body }
}
