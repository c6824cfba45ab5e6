import { Transform, type TransformCallback } from 'node:stream'

const FILE = /^(not )?ok \d+ - (.+?)(?: # time=([\d.]+)ms.*)?$/
const TOTAL = /^# \{ total: .+ \}$/
const WHY = /^ {2}(exitCode|signal|timeout|expired|error|tapError): (?!null)/
const NOISE = /^\s*(ok \d+|\d+\.\.\d+|# Subtest: |# time=|TAP version )|^ {4}- |^\s*$/

const countOf = (line: string, of: string) => Number(new RegExp(`\\b${of}: (\\d+)`).exec(line)?.[1] ?? 0)

const summary = (line: string) => {
  const rest = ['skip', 'todo']
    .map((of) => ({ of, count: countOf(line, of) }))
    .filter(({ count }) => count > 0)
  const also = rest.map(({ of, count }) => `${count} ${of}\n`).join('')
  return `${also}${countOf(line, 'pass')} passed, ${countOf(line, 'fail')} failed\n`
}

/**
 * One line per test file, all there is to know about failures, and the counts at the end.
 *
 * @NOTE Those that come with tap redraw the screen, also where there is none, or lose failures in CI.
 */
// biome-ignore lint/style/noDefaultExport: tap takes the default export of a reporter's module
export default class Reporter extends Transform {
  #rest = ''
  #block: string[] = []

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
    const lines = (this.#rest + chunk).split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#read(line)
    done()
  }

  #read(line: string) {
    const [isFile, failed, name, time = '?'] = FILE.exec(line) ?? []
    if (TOTAL.test(line)) this.push(`\n${summary(line)}`)
    else if (WHY.test(line)) this.push(`${line}\n`)
    else if (/^Bail out!/.test(line)) this.push(`${line}\n`)
    else if (!isFile) {
      if (line.startsWith('    ')) this.#block.push(line)
    } else {
      this.push(`${failed ? 'FAIL' : 'ok'} ${name} ${Math.round(Number(time))} ms\n`)
      if (failed) this.push(`${this.#block.filter((text) => !NOISE.test(text)).join('\n')}\n`)
      this.#block = []
    }
  }
}
