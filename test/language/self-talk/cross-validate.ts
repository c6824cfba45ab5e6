import { judge } from '../../../src/language/self-talk/analysis.ts'
import { scoreOf } from '../../../src/language/self-talk/model.ts'
import { voiceOf } from '../../../src/language/self-talk/voice.ts'
import { tokensOf } from '../../../src/language/self-talk/words.ts'
import { type Example, readCorpus } from './corpus.ts'
import { type Judged, scoresOf } from './scoring.ts'
import { seen, trainAll } from './training.ts'

// Trains on all authors but one and measures on that one, author by author: npm run cross-validate:self-talk

const print = (name: string, judged: readonly Judged[]) => {
  const { precision, recall, falseAlarms } = scoresOf(judged)
  const figures = [precision, recall, falseAlarms].map(({ value }) => value.toFixed(3)).join('  ')
  process.stdout.write(`${name.padEnd(24)} ${figures}  (${judged.length})\n`)
}

const examples = readCorpus().filter(({ crisis }) => crisis === 'none')
const byAuthor = Map.groupBy(examples, ({ author }) => author)
const all: Judged[] = []
process.stdout.write('author                   precision, recall, false alarms (sentences)\n')
for (const [author, own] of byAuthor) {
  const { judging } = trainAll(examples.filter((it: Example) => it.author !== author))
  const judged = own.map(({ text, type }) => {
    const found = judge(voiceOf(tokensOf(text)), scoreOf(judging, seen(text))) !== undefined
    return { yes: type !== null, found }
  })
  print(author, judged)
  all.push(...judged)
}
print('all', all)
