import { judge } from '../../../src/language/self-talk/analysis.ts'
import { supportLevelOf } from '../../../src/language/self-talk/crisis.ts'
import { harmFeaturesBehind } from '../../../src/language/self-talk/harm-features.ts'
import { type Linear, scoreOf } from '../../../src/language/self-talk/model.ts'
import { sentencesOf } from '../../../src/language/self-talk/sentences.ts'
import { voiceOf } from '../../../src/language/self-talk/voice.ts'
import { type Token, tokensOf } from '../../../src/language/self-talk/words.ts'
import { type Example, readCorpus } from './corpus.ts'
import { type Judged, scoresOf } from './scoring.ts'
import { seen, trainAll, trainCrisis } from './training.ts'

// Trains on all authors but one and measures on that one, author by author: npm run cross-validate:self-talk

const print = (name: string, judged: readonly Judged[]) => {
  const { precision, recall, falseAlarms } = scoresOf(judged)
  const figures = [precision, recall, falseAlarms].map(({ value }) => value.toFixed(3)).join('  ')
  process.stdout.write(`${name.padEnd(24)} ${figures}  (${judged.length})\n`)
}

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
  const { judging } = trainAll(others)
  return own.map(({ text, type }) => {
    const found = judge(voiceOf(tokensOf(text)), scoreOf(judging, seen(text))) !== undefined
    return { yes: type !== null, found }
  })
}

const isExplicit = (text: string, crisis: Linear): boolean => {
  let before: Token[] = []
  return sentencesOf(text).some(({ text: sentence }) => {
    const tokens = tokensOf(sentence)
    const scores = harmFeaturesBehind(before, tokens).map((features) => scoreOf(crisis, features))
    before = tokens
    return supportLevelOf(voiceOf(tokens), scores) === 'explicit'
  })
}

const judgedCrisis = (own: readonly Example[], others: readonly Example[]): Judged[] => {
  const crisis = trainCrisis(others)
  return own.map(({ text, crisis: level }) => ({
    yes: level === 'explicit',
    found: isExplicit(text, crisis),
  }))
}

/** Whoever wrote fewer sentences of harm than this tells little of it. */
const ENOUGH = 20

const corpus = readCorpus()
const wording = corpus.filter(({ crisis }) => crisis === 'none')
const harm = corpus.filter(({ crisis }) => crisis === 'explicit')
crossValidate('self-harm', corpus, authorsOf(harm, ENOUGH), judgedCrisis)
crossValidate('self-judging wording', wording, authorsOf(wording), judgedWording)
