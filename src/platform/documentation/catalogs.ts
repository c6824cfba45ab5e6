import type { Page } from './markdown.ts'
import type { Document } from './sending.ts'

const entry =
  (publicUrl: string) =>
  ({ path, title, summary }: Page) =>
    `- [${title}](${publicUrl}${path}.md): ${summary}`

/** What an assistant reads first, in the form of llmstxt.org. */
export const llmsText = (publicUrl: string, guides: readonly Page[], others: readonly Page[]): Document => ({
  type: 'text/plain',
  text: `# Afterview

> A REST API for people who get interviews but no job offers: record each "no" with its reasons, answer three questions
> in their order, come back with a plan, and read what the figures say.

JSON over HTTP under ${publicUrl}/v1, with a key as \`Authorization: Bearer avk_...\`. Refusals are
application/problem+json with a stable \`code\`. Unknown members and query parameters are refused.
Every guide, insight and problem is a page of its own; with \`.md\` after its address it is Markdown.
Tools for assistants are at ${publicUrl}/mcp, by the Model Context Protocol, with the same key.

## Guides

${guides.map(entry(publicUrl)).join('\n')}

## Reference

- [Contract](${publicUrl}/openapi.json): OpenAPI 3.1, with examples and every status of every operation
${others.map(entry(publicUrl)).join('\n')}

## Optional

- [Support](${publicUrl}/v1/support): help lines for the people who write here, as JSON; it needs no key
- [Reference](${publicUrl}/docs): the contract as a page for people, to read and to try
`,
})

/** What is offered here and where it is described, RFC 9727. */
export const apiCatalog = (publicUrl: string): Document => {
  const at = (path: string, type: string) => [{ href: `${publicUrl}${path}`, type }]
  const linkset = [
    {
      anchor: `${publicUrl}/v1`,
      'service-desc': at('/openapi.json', 'application/json'),
      'service-doc': [...at('/docs', 'text/html'), ...at('/llms.txt', 'text/plain')],
      status: at('/readyz', 'application/json'),
    },
    {
      anchor: `${publicUrl}/mcp`,
      'service-doc': [
        ...at('/docs/guides/automation', 'text/html'),
        ...at('/docs/guides/automation.md', 'text/markdown'),
      ],
      status: at('/readyz', 'application/json'),
    },
  ]
  return {
    type: 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    headers: { link: '</.well-known/api-catalog>; rel="api-catalog"' },
    text: `${JSON.stringify({ linkset }, null, 2)}\n`,
  }
}
