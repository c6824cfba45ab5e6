import { readAll, type Share, scoresOf } from './scoring.ts'
import { readMails } from './sheets.ts'

// Measures the reading of mails with labels: npm run evaluate:outcome-readings -- FILE.csv

const say = (line = '') => process.stdout.write(`${line}\n`)
const percent = (value: number) => `${(100 * value).toFixed(1)} %`

const shown = ({ value, successes, trials, interval }: Share): string =>
  interval
    ? `${value.toFixed(3)} (${successes} of ${trials}; 95 % ${percent(interval.low)} to ${percent(interval.high)})`
    : 'nothing to measure'

const report = (path: string) => {
  const read = readAll(readMails(path))
  const { kinds, reasons, notAboutYou, byCode } = scoresOf(read)
  say(`${read.length} mails`)
  for (const [name, { precision, recall }] of [
    ['kind', kinds],
    ['reasons', reasons],
    ['reasons that are not about you', notAboutYou],
  ] as const) {
    say(name)
    say(`  precision  ${shown(precision)}`)
    say(`  recall     ${shown(recall)}`)
  }
  say('by code: found rightly, of those found, of those stated')
  for (const { code, precision, recall } of byCode)
    say(`  ${code.padEnd(28)} ${precision.successes}  ${precision.trials}  ${recall.trials}`)
  say('misses')
  for (const { id, kind, foundKind, reasons: stated, foundReasons } of read) {
    const missed = stated.filter((code) => !foundReasons.includes(code))
    const alarms = foundReasons.filter((code) => !stated.includes(code))
    if (kind !== foundKind) say(`  ${id}: ${kind ?? 'no ending'} was read as ${foundKind ?? 'no ending'}`)
    if (missed.length > 0) say(`  ${id}: missed ${missed.join(', ')}`)
    if (alarms.length > 0) say(`  ${id}: not stated, but read: ${alarms.join(', ')}`)
  }
}

const [path, ...more] = process.argv.slice(2)
try {
  if (path === undefined || more.length > 0)
    throw new Error('Name one CSV file with the columns id,text,kind,reasons.')
  report(path)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
