import type { Chapter } from '../../platform/documentation/documentation.ts'
import { type Page, pageFrom } from '../../platform/documentation/markdown.ts'
import { Problem } from '../../problems.ts'
import { DEFINITIONS } from './rules.ts'

/** How an insight is computed. */
export const getDefinition = (name: string) => {
  const definition = Object.hasOwn(DEFINITIONS, name) ? DEFINITIONS[name] : undefined
  if (!definition) throw new Problem('not_found', 'There is no insight of this name.')
  return definition
}

/** The same, for people. */
export const getDefinitionPage = (name: string): Page => {
  const { title, unit, period, figures } = getDefinition(name)
  const rows = figures.map((figure) => `| \`${figure.name}\` | ${figure.text} |`)
  return pageFrom(
    `/docs/insights/${name}`,
    `# ${title}

How the insight is computed, part by part.

## What is counted

${unit}

## Which day a record belongs to

${period}

## The parts of the answer

| part | how it is computed |
|---|---|
${rows.join('\n')}

[What it answers](/docs#tag/insights/GET/v1/insights/${name}) · [All insights](/docs/insights)
`,
  )
}

/** Every insight, for people. */
export const listDefinitions = (): Chapter => {
  const entries = Object.entries(DEFINITIONS).map(
    ([name, { title, unit }]) => `- [${title}](/docs/insights/${name}): ${unit}`,
  )
  const index = pageFrom(
    '/docs/insights',
    `# Insights

How each insight is computed. The \`definition\` of an answer leads to one of these pages.

${entries.join('\n')}
`,
  )
  return { index, pages: Object.keys(DEFINITIONS).map(getDefinitionPage) }
}
