import { readFileSync } from 'node:fs'
import { type Page, pageFrom } from './markdown.ts'

/** In the order in which a reader needs them. */
const NAMES = [
  'first-debrief',
  'study-list',
  'imports',
  'authentication',
  'errors',
  'paging',
  'retries',
  'limits',
  'coaching',
  'automation',
]

/** The guides as they are written. */
export const guides: readonly Page[] = NAMES.map((name) =>
  pageFrom(`/docs/guides/${name}`, readFileSync(new URL(`guides/${name}.md`, import.meta.url), 'utf8')),
)

/** Where a reader begins. */
export const guidesIndex = pageFrom(
  '/docs/guides',
  `# Guides

From nothing to a first debrief in a few minutes, and on from there. Every command on these pages can be
pasted into a shell, and is run by a test.

${guides.map(({ path, title, summary }) => `## [${title}](${path})\n\n${summary}\n`).join('\n')}
## More

- [Reference](/docs): every operation, to read and to try.
- [Insights](/docs/insights): how each figure is computed.
- [Problems](/docs/problems): every refusal, with what to do about it.
- [Contract](/openapi.json): the same as OpenAPI 3.1, for tools.
- [Support](/v1/support): where help is, for the people who write here. It needs no key.
- [llms.txt](/llms.txt): these pages as plain text, for assistants. Each has its own, with \`.md\` after its address.
`,
)
