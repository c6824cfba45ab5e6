/** A page as it is written. */
export type Page = { path: string; title: string; summary: string; markdown: string }

const HEAD = /^# (?<title>.+)\n\n(?<summary>(?:.+\n)+)/

/** A page, whose first heading is its title, and whose first paragraph sums it up. */
export const pageFrom = (path: string, markdown: string): Page => {
  const { title = '', summary = '' } = HEAD.exec(markdown)?.groups ?? {}
  return { path, title, summary: summary.trim().replaceAll('\n', ' '), markdown }
}

const anchor = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** Renders Markdown. What may be wider than the page can be reached and moved by keyboard. */
export const htmlOf = async (markdown: string): Promise<string> => {
  const { Marked } = await import('marked')
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${anchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
    },
    hooks: {
      postprocess: (html) =>
        html
          .replaceAll('<pre>', '<pre tabindex="0">')
          .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
          .replaceAll('</table>', '</table></div>'),
    },
  })
  return marked.parse(markdown)
}

/** The page as plain text for whoever has no browser: its links are whole, and lead to other pages as plain text too. */
export const plainOf = ({ markdown }: Page, paths: ReadonlySet<string>, publicUrl: string): string =>
  markdown.replaceAll(/\]\((\/[^)]*)\)/g, (_, path: string) => {
    const plain = paths.has(path) ? `${path}.md` : path
    return `](${publicUrl}${plain})`
  })
