import { analyse } from '../../../src/language/self-talk/analysis.ts'
import { lengthBaseline, phraseBaseline } from './baselines.ts'
import { type Judged, scoresOf } from './scoring.ts'
import { type LabelledRow, readSheet, type Sheet } from './sheets.ts'

// Measures the analyser on sentences with labels: npm run evaluate:self-talk -- FILE.csv
// The sheets named `-development` were used to improve the rules: their figures flatter what unseen sentences give.

const REPEATS = 5
const say = (line = '') => process.stdout.write(`${line}\n`)
const percent = (value: number) => `${(100 * value).toFixed(1)} %`

const print = (name: string, judged: readonly Judged[]) => {
  const { precision, recall, f1, falseAlarms } = scoresOf(judged)
  say(name)
  for (const [what, { value, successes, trials, low, high }] of Object.entries({
    precision,
    recall,
    'false alarms': falseAlarms,
  })) {
    const interval =
      low === undefined || high === undefined
        ? 'nothing to measure'
        : `95 % ${percent(low)} to ${percent(high)}`
    say(`  ${what.padEnd(13)} ${value.toFixed(3)}  (${successes} of ${trials}; ${interval})`)
  }
  say(`  ${'F1'.padEnd(13)} ${f1.toFixed(3)}`)
}

const isFound = (subject: Sheet['subject'], text: string): boolean => {
  const { findings, support } = analyse(text)
  // An answer that carries support alone says nothing of judgement, and the wording may hold one all the same.
  return subject === 'crisis' ? support === 'explicit' : findings.length > 0
}

const medianMicroseconds = (rows: readonly LabelledRow[]): number => {
  const times = rows.map(({ text }) => {
    const tries = Array.from({ length: REPEATS }, () => {
      const start = process.hrtime.bigint()
      analyse(text)
      return Number(process.hrtime.bigint() - start) / 1_000
    })
    return tries.sort((a, b) => a - b)[REPEATS >> 1] ?? 0
  })
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0
}

const report = ({ subject, rows }: Sheet) => {
  const decided = rows.filter(({ label }) => label !== 'soft')
  const judged = decided.map(({ id, text, label }) => ({
    id,
    text,
    yes: label === 'yes',
    found: isFound(subject, text),
  }))
  const yes = judged.filter((it) => it.yes).length
  say(
    `${decided.length} rows: ${yes} yes, ${decided.length - yes} no${rows.length > decided.length ? `; ${rows.length - decided.length} soft ones left out` : ''}`,
  )
  say()
  print(subject === 'crisis' ? 'explicit self-harm' : 'self-judging wording', judged)
  if (subject === 'label') {
    const texts = judged.map(({ text, yes }) => ({ text, yes }))
    print('baseline: text length alone', lengthBaseline(texts))
    print("baseline: contains I'm, never or always", phraseBaseline(texts))
  }
  say()
  say(`median time a row: ${medianMicroseconds(decided).toFixed(1)} µs`)
  for (const [name, some] of [
    ['missed', judged.filter((it) => it.yes && !it.found)],
    ['false alarms', judged.filter((it) => !it.yes && it.found)],
  ] as const) {
    say()
    say(`${name}: ${some.length}`)
    for (const { id, text } of some) say(`  ${id}: ${text}`)
  }
}

const [path, ...more] = process.argv.slice(2)
try {
  if (path === undefined || more.length > 0)
    throw new Error('Name one CSV file with the columns id,text,label or id,text,crisis.')
  report(readSheet(path))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
