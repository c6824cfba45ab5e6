import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'

type Step = { snippet: string; kind: string; shown: string }

const SHOWN = new Set(['json', 'http', 'text'])

/** The shell snippets of a text in their order, each with the answer that is shown after it. */
export const stepsOf = (markdown: string): Step[] => {
  const blocks = [...markdown.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, kind = '', body = '']) => ({
    kind,
    body,
  }))
  return blocks.flatMap(({ kind, body }, i) => {
    const { kind: next = '', body: shown = '' } = blocks[i + 1] ?? {}
    return kind === 'sh' ? [{ snippet: body, kind: SHOWN.has(next) ? next : '', shown }] : []
  })
}

const linesOf = (body: string) =>
  body
    .toLowerCase()
    .split(/\r?\n/)
    .filter((line) => line !== '')

const MARK = '--- next snippet ---'
/** Where the service is, as the texts have it. */
const WRITTEN = 'http://127.0.0.1:3000'

type Shell = { cwd: string; origin: string; env?: Record<string, string> }

/** What a plain shell writes, and how it ends, where it uses the helpers of a text in a way of the caller's own. */
export const useHelpers = async (helpers: string, use: string, { cwd, origin }: Shell) => {
  const script = `${helpers.replaceAll(WRITTEN, origin)}\n${use}`
  const shell = spawn('sh', ['-u', '-c', script], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(shell, 'close')
  const [said, complained] = await Promise.all([text(shell.stdout), text(shell.stderr)])
  const [code] = await ended
  return { said, complained, code }
}

/**
 * Runs the snippets one after the other, as one shell would, and holds what they answer against what is shown: as JSON
 * that may hold more, or as lines that may go on.
 */
export const runSnippets = async (t: Test, steps: readonly Step[], { cwd, origin, env }: Shell) => {
  const script = steps.map(({ snippet }) => `${snippet}\necho; echo '${MARK}'`).join('\n')
  const shell = spawn('bash', ['-eu', '-c', script.replaceAll(WRITTEN, origin)], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(shell, 'close')
  const answers = (await text(shell.stdout)).split(MARK)
  t.strictSame(await ended, [0, null], 'the shell goes through')
  for (const [i, { snippet, kind, shown }] of steps.entries()) {
    const [answer = '', name = ''] = [answers[i], snippet.trim().split('\n').at(-1)]
    const expected = shown.replaceAll(WRITTEN, origin)
    if (kind === 'json') t.match(JSON.parse(answer), JSON.parse(expected), name)
    else if (kind !== '') {
      const lines = linesOf(answer)
      const missing = linesOf(expected).filter((line) => !lines.some((each) => each.startsWith(line)))
      t.strictSame(missing, [], name)
    }
  }
}
