import { test } from 'tap'
import { analyse } from '../../../src/language/self-talk/analysis.ts'

const isFlagged = (text: string) => analyse(text).findings.length > 0

const SAME: Record<string, string[]> = {
  contractions: [
    "I'm such an idiot.",
    'I am such an idiot.',
    "I'll never get hired.",
    'I will never get hired.',
  ],
  'missing apostrophes': ['Im such an idiot.', 'Ill never get hired.', 'I cant do anything right.'],
  'curly quotes': ['I’m such an idiot.', 'I can’t do anything right.', 'I’ll never get hired.'],
  case: ["I'M SUCH AN IDIOT.", "i'm such an idiot.", 'I WILL NEVER GET HIRED'],
  emoji: ["I'm such an idiot 😭", "😩 I'm such an idiot."],
  'last mark': ["I'm such an idiot", "I'm such an idiot.", "I'm such an idiot!", 'I will never get hired'],
  typos: ["I'm such an idoit.", 'I am a falure.', "I'm so stuupid.", 'I am completely usless.'],
}

for (const [what, texts] of Object.entries(SAME)) {
  test(`a judgement stays one, whatever its ${what}`, (t) => {
    for (const text of texts) t.ok(isFlagged(text), text)
    t.end()
  })
}

const PAIRS: Record<string, [own: string, other: string][]> = {
  'another person': [
    ["I'm such an idiot.", "He's such an idiot."],
    ['I will never get hired.', 'She will never get hired.'],
    ['I am a complete failure.', 'My brother is a complete failure.'],
  ],
  'a denial': [
    ['I am a failure.', 'I am not a failure.'],
    ["It's all my fault.", "It's not my fault."],
    ["I'm stupid.", "I'm not stupid."],
  ],
  'words of another': [
    ["I'm hopeless.", 'She told me that I am hopeless.'],
    ["I'm a loser.", '"You are a loser, honestly," he said.'],
    ['I am useless.', 'Their feedback said that I am useless.'],
  ],
  'a thought held at a distance': [
    ["I'm a failure.", "I caught myself thinking that I'm a failure."],
    ["I'm worthless.", "I noticed the thought that I'm worthless."],
  ],
}

for (const [what, pairs] of Object.entries(PAIRS)) {
  test(`a judgement of one's own is told from ${what}`, (t) => {
    for (const [own, other] of pairs) {
      t.ok(isFlagged(own), own)
      t.notOk(isFlagged(other), other)
    }
    t.end()
  })
}

test('a judgement behind one that was denied is read by its own words', (t) => {
  const { findings } = analyse('It is not that I am an idiot, I am a failure.')
  t.match(findings, [{ types: ['labeling'], soft: false }])
  t.end()
})

test('competence in one field is soft', (t) => {
  t.match(analyse('I am useless at SQL.').findings, [{ soft: true, types: ['labeling'] }])
  t.end()
})

test('other languages get an empty list', (t) => {
  for (const text of [
    'Ich bin so ein Versager.',
    'Je suis nul et je ne trouverai jamais rien.',
    'Soy un fracaso.',
    'Я неудачник.',
    '我是个失败者。',
  ])
    t.strictSame(analyse(text), { findings: [] }, text)
  t.end()
})
