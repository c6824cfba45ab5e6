import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { analyse } from '../../../src/language/self-talk/analysis.ts'
import { readCorpus } from './corpus.ts'
import { scoresOf } from './scoring.ts'
import { readSheet } from './sheets.ts'
import { weightsFile } from './weights-file.ts'

const sheet = (name: string) => join(import.meta.dirname, 'evaluation', name)

// The sheets of development come from an author who had not seen the rules; the rules were then improved on them.
for (const name of ['self-talk.csv', 'self-talk-development.csv']) {
  test(`self-judging wording is told from what looks like it, in ${name}`, (t) => {
    const judged = readSheet(sheet(name)).rows.map(({ text, label }) => ({
      yes: label === 'yes',
      found: analyse(text).findings.length > 0,
    }))
    const { precision, recall, falseAlarms } = scoresOf(judged)
    t.ok(precision.value >= 0.9, `precision ${precision.value}`)
    t.ok(recall.value >= 0.8, `recall ${recall.value}`)
    t.ok(falseAlarms.value <= 0.05, `false alarms ${falseAlarms.value}`)
    t.end()
  })
}

for (const [name, most] of [
  ['crisis.csv', 0.05],
  ['crisis-development.csv', 0.05],
  ['crisis-second-development.csv', 0.06],
] as const) {
  test(`words of harm to oneself are told from idioms, whatever mark they end in, in ${name}`, (t) => {
    const { rows } = readSheet(sheet(name))
    for (const ending of [/(?!)/, /[.!;]+$/]) {
      const judged = rows.map(({ text, label }) => ({
        yes: label === 'yes',
        found: analyse(text.replace(ending, '')).support === 'explicit',
      }))
      const { recall, falseAlarms } = scoresOf(judged)
      t.ok(recall.value >= 0.95, `recall ${recall.value}`)
      t.ok(falseAlarms.value <= most, `false alarms ${falseAlarms.value}`)
    }
    t.end()
  })
}

test('no sentence to evaluate with was trained on', (t) => {
  const trained = new Set(readCorpus().map(({ text }) => text.toLowerCase()))
  for (const name of readdirSync(sheet('')))
    t.strictSame(
      readSheet(sheet(name))
        .rows.filter(({ text }) => trained.has(text.toLowerCase()))
        .map(({ text }) => text),
      [],
    )
  t.end()
})

test('training anew gives the weights that are there, bit for bit', async (t) => {
  const path = join(import.meta.dirname, '../../../src/language/self-talk/weights.ts')
  const weights = (source: string) =>
    [...source.matchAll(/'([A-Za-z0-9+/=]{100,})'|-?\d\.\d+(?:e-\d+)?/g)].map(([it]) => it)
  const [kept, anew] = [weights(readFileSync(path, 'utf8')), weights(weightsFile(readCorpus()))]
  t.ok(kept.length > 20)
  t.ok(kept.join() === anew.join())
})
