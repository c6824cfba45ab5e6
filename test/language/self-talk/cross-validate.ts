import { judge } from '../../../src/language/self-talk/analysis.ts'
import { supportLevelOf } from '../../../src/language/self-talk/crisis.ts'
import type { Linear } from '../../../src/language/self-talk/model.ts'
import { voiceOf } from '../../../src/language/self-talk/voice.ts'
import { tokensOf } from '../../../src/language/self-talk/words.ts'
import { type Example, readCorpus } from './corpus.ts'
import { type Judged, scoresOf } from './scoring.ts'
import { harmSeenOf, type Seen, seenOf, trainCrisis, trainJudging } from './training.ts'

// Trains on all authors but one and measures on that one, author by author: npm run cross-validate:self-talk

const print = (name: string, judged: readonly Judged[]) => {
  const { precision, recall, falseAlarms } = scoresOf(judged)
  const figures = [precision, recall, falseAlarms].map(({ value }) => value.toFixed(3)).join('  ')
  process.stdout.write(`${name.padEnd(24)} ${figures}  (${judged.length})\n`)
}

/** What the models see of a text, looked up once. */
const remembered = (look: (text: string) => Seen) => {
  const known = new Map<string, Seen>()
  return (text: string): Seen => known.get(text) ?? known.set(text, look(text)).get(text) ?? look(text)
}
const [seen, harmSeen] = [remembered(seenOf), remembered(harmSeenOf)]

const scoreOf = ({ bias, scale, weights }: Linear, { places, values }: Seen): number =>
  bias + scale * values.reduce((sum, value, at) => sum + (weights[places[at] ?? 0] ?? 0) * value, 0)

const authorsOf = (examples: readonly Example[], enough = 1): string[] =>
  [...Map.groupBy(examples, ({ author }) => author)]
    .filter(([, own]) => own.length >= enough)
    .map(([author]) => author)

const crossValidate = (
  subject: string,
  examples: readonly Example[],
  authors: readonly string[],
  judgedOf: (own: readonly Example[], others: readonly Example[]) => Judged[],
) => {
  process.stdout.write(`${subject.padEnd(24)} precision, recall, false alarms (sentences)\n`)
  const all = authors.flatMap((author) => {
    const [own, others] = [true, false].map((is) => examples.filter((it) => (it.author === author) === is))
    const judged = judgedOf(own ?? [], others ?? [])
    print(author, judged)
    return judged
  })
  print('all', all)
}

const judgedWording = (own: readonly Example[], others: readonly Example[]): Judged[] => {
  const judging = trainJudging(others, seen)
  return own.map(({ text, type }) => {
    const found = judge(voiceOf(tokensOf(text)), scoreOf(judging, seen(text))) !== undefined
    return { yes: Boolean(type), found }
  })
}

const judgedCrisis = (own: readonly Example[], others: readonly Example[]): Judged[] => {
  const crisis = trainCrisis(others, harmSeen)
  return own.map(({ text, crisis: level }) => ({
    yes: level === 'explicit',
    found: supportLevelOf(voiceOf(tokensOf(text)), [scoreOf(crisis, harmSeen(text))]) === 'explicit',
  }))
}

/** Whoever wrote fewer sentences of harm than this tells little of it. */
const ENOUGH = 20

const corpus = readCorpus()
const wording = corpus.filter(({ type }) => type !== undefined)
const harm = corpus.filter(({ crisis }) => crisis === 'explicit')
crossValidate('self-harm', corpus, authorsOf(harm, ENOUGH), judgedCrisis)
crossValidate('self-judging wording', wording, authorsOf(wording), judgedWording)
