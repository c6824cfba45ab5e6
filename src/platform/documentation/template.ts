import type { Document } from './sending.ts'

/** What stands above every page, and leads everywhere. */
const LINKS = {
  '/docs': 'Reference',
  '/docs/guides': 'Guides',
  '/docs/insights': 'Insights',
  '/docs/problems': 'Problems',
  '/openapi.json': 'Contract',
  '/v1/support': 'Support',
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const link =
  (current: string) =>
  ([path, name]: [path: string, name: string]) =>
    `<a href="${path}"${path === current ? ' aria-current="page"' : ''}>${escaped(name)}</a>`

const header = (current: string) => `<header class="top">
  <a class="name" href="/docs/guides">Afterview</a>
  <nav aria-label="Documentation">${Object.entries(LINKS).map(link(current)).join('')}</nav>
</header>`

type Whole = {
  title: string
  summary: string
  path: string
  policy: Record<string, string>
  body: string
  head?: string
}

const NOTHING = ['base-uri', 'form-action', 'frame-ancestors']

/** A page with what a browser may load for it: nothing from elsewhere, and nothing that its policy does not name. */
export const htmlPage = ({ title, summary, path, policy, body, head = '' }: Whole): Document => ({
  type: 'text/html',
  headers: {
    'content-security-policy': [
      "default-src 'none'",
      ...Object.entries(policy).map(([kind, source]) => `${kind}-src ${source}`),
      ...NOTHING.map((kind) => `${kind} 'none'`),
    ].join('; '),
  },
  text: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escaped(summary)}">
<title>${escaped(title)}</title>
<link rel="icon" href="/docs/icon.svg">
<link rel="stylesheet" href="/docs/style.css">${head}
</head>
<body>
${header(path)}
${body}
</body>
</html>
`,
})

type Text = {
  title: string
  summary: string
  path: string
  html: string
  beside: [path: string, name: string][]
}

/** A page to read. */
export const textPage = ({ title, summary, path, html, beside }: Text): Document =>
  htmlPage({
    title: `${title} · Afterview`,
    summary,
    path,
    policy: { style: "'self'", img: "'self'" },
    body: `<div class="columns">
<main class="text">
${html}</main>
<nav class="beside" aria-label="Guides">
<strong>Guides</strong>
${beside.map(link(path)).join('\n')}
</nav>
</div>`,
  })
