import { execFile } from 'node:child_process'

/** How a program of PostgreSQL is run: behind a prefix, or as another user, or just so. */
export type Account = { prefix: string[]; ids?: { uid: number; gid: number } }

/** The options of every child: none of our secrets in its environment, its messages in English. */
export function childOptions({ ids }: Account) {
  // biome-ignore lint/style/noProcessEnv: what the system needs to find and load a program is no configuration of ours
  const { PATH, LD_LIBRARY_PATH } = process.env
  const inherited = { ...(PATH && { PATH }), ...(LD_LIBRARY_PATH && { LD_LIBRARY_PATH }) }
  return { cwd: '/', env: { ...inherited, LC_ALL: 'C', TZ: 'UTC' }, ...ids }
}

export function commandLine({ prefix }: Account, file: string, args: string[]): [string, string[]] {
  const [first = file, ...rest] = [...prefix, file, ...args]
  return [first, rest]
}

/** Runs a program to its end; on failure `output` is its last words, else its standard output. */
export function runAs(
  account: Account,
  file: string,
  args: string[],
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const [command, rest] = commandLine(account, file, args)
    try {
      const child = execFile(command, rest, childOptions(account), (error, stdout, stderr) => {
        const output = error ? lastWords(stderr) || error.message : stdout.trim()
        resolve({ ok: !error, output })
      })
      child.stdin?.end()
    } catch (error) {
      resolve({ ok: false, output: String(error) })
    }
  })
}

/** What a program or the server's log says of its failure, on one line. */
export function lastWords(text: string): string {
  const lines = text.trim().split('\n')
  const grave = lines.filter((line) => /error:|FATAL|PANIC/.test(line))
  return (grave.length ? grave : lines).slice(-3).join(' ').trim()
}
