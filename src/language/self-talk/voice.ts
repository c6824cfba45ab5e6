import { read } from './lexicon.ts'
import type { Token } from './words.ts'

/**
 * A sentence as far as the writer asserts it. What was quoted, reported by others or held at a distance stands in
 * `aside`; `words` and `classes` keep the rest, clause by clause, with `|` between clauses. `thought` leaves out only what
 * others said: a thought at a distance is the writer's own all the same. A sentence is `disowned` where the writer takes
 * back at its end what it says of them.
 */
export type Voice = {
  words: string[]
  classes: string[]
  aside: string[]
  thought: string
  asked: boolean
  disowned: boolean
}

const CLAUSE_MARKS = new Set([';', ',', '-', '"', '?'])
const set = (text: string) => new Set(text.split(' '))

const ADVERBS = set(
  'also then even later just only once always often kindly bluntly gently actually literally basically had has have',
)
const IRREALIS = set(
  'will shall would could can should might may must to probably not never nobody if ever did going',
)
const SPEAKERS_NOT = set('i and but to you let can could always easily')
/** Where a report ends and the writer speaks again. */
const ENDS_REPORT = set('but which so yet though although anyway honestly because since')
const RESUMES = set('i it that they he she maybe honestly clearly obviously proves which so')

/** Phrases that hold what follows at a distance: the words of a passing thought, or of its denial. */
const DISTANCE = new RegExp(
  `\\b(?:${[
    'caught (?:myself|my (?:mind|brain|head))',
    '(?:notice|noticed|noticing|watch|watched) (?:myself|my (?:mind|brain|thoughts?|head)|the (?:thought|urge|story|voice|old|usual)|how i|that i (?:was|am|kept|keep|had|started|start))',
    '(?:having|had|have|get|got|getting|with|by|is) (?:that|the|this|a|an) (?:\\w+ ){0,2}(?:thought|urge|story(?! of my)|voice|idea|feeling|impulse|temptation|line)',
    'the (?:\\w+ ){0,2}(?:thought|urge|story(?! of my)|voice|idea|impulse|temptation|narrative|belief|assumption) (?:that|of|came|comes|says|said|was|is|about|to|popped|turned|crept|showed|in)',
    'a (?:\\w+ ){0,2}(?:voice|thought|part|corner) (?:that|of|in|came|says|said|told|popped|tells|telling|crept|saying|whispered|inside)',
    '(?:part|half|bit) of (?:me|my) (?:\\w+ )?(?:thinks|thought|wants|wanted|says|said|still|believes|was|is|keeps|insists|assumed|started|feared|wondered|worried)',
    'my (?:\\w+ )?(?:inner|inside|internal) \\w+',
    'inner (?:critic|voice|judge|monologue)',
    '(?:stopped|stop|caught|catch) myself',
    'voice (?:\\w+ )?(?:telling|saying)',
    'refuse to',
    '(?:do|did|does) not have to (?:\\w+ )?(?:think|believe|mean)',
    '(?:was|am|were|been|keep|kept) telling myself',
    'in (?:her|his|their) (?:view|eyes|opinion|words|judgement|judgment|verdict)',
    'the words?(?= "|$)',
    '(?:do|did|can) not (?:\\w+ )?know (?:what|whether|if|how)',
    '(?:old|former|younger|past|previous|earlier) (?:me|self)',
    '(?:year|month|week|while) ago i would(?: have)?',
    'never said',
    '(?:dramatic|unfair|wrong|untrue|false|nonsense|silly|absurd|easy) to (?:say|call|think|claim)',
    'my (?:\\w+ )?(?:brain|head|mind|anxiety|critic|nerves) (?:\\w+ )?(?:screams|screamed|screaming|says|said|told|tells|wants|wanted|insists|insisted|went|goes|jumped|jumps|started|keeps|kept|likes|claimed|claims|offers|offered|shouted|whispers|produced|served|made|makes|decided)',
    'my (?:first|gut|old|initial|usual|immediate|automatic|default|knee) (?:\\w+ )?(?:thought|instinct|reaction|reflex|habit|story|response|impulse|conclusion|interpretation)',
    '(?:tempting|tempted|easy|urge|temptation|impulse|inclined|about|habit) (?:to|of) (?:call|calling|think|thinking|say|saying|conclude|concluding|tell|telling|write|writing|believe|label|labeling|labelling|read|blame|blaming|assume|decide|treat|take)',
    '(?:used to|once|almost|nearly|briefly|would have) (?:think|thought|believe|believed|tell|told|say|said|call|called|write|wrote|concluded|assume|assumed|decided)',
    '(?:do|does|did|would|will|can|could) not (?:\\w+ )?(?:think|believe|mean|make|prove|feel that|buy|say|accept|see why|agree|imply|show|follow|conclude)',
    '(?:no longer|stopped|stop|quit|without|instead of|rather than|not|avoid|less about|never) (?:call|calling|think|thinking|telling|tell|saying|say|believe|believing|labeling|labelling|treating|beating|concluding|blaming|writing|reading|assuming|see it as|take)',
    '(?:not|no) (?:\\w+ )?(?:proof|evidence|true|sign|reason|verdict|the same as|because|a matter)',
    '(?:nowhere|nobody) (?:says|said|does|writes)',
    'whether (?:i|it)',
    'as if (?:i|it)',
    'if (?:i|a friend|my friend|someone|they|he|she) (?:am|was|were|really|think|thought|had|called|said|told)(?! (?:any good|any use|worth|half|better|a (?:better|stronger|proper|real)|good|smart|smarter|clever|cleverer|stronger|braver|the (?:right|kind|sort)|normal|different|someone))',
  ].join('|')})\\b`,
  'g',
)

/** How writers take back what they have written. */
const DISOWNED = new RegExp(
  `\\b(?:${[
    '(?:(?<!to )say|says|said|shows?|proves?) (?:otherwise|different|differently|something else|the opposite)',
    '(?:struck|crossed|rubbed|scribbled) (?:it|that|this) out',
    '(?:let|letting) it (?:pass|go by|go|talk)',
    '(?:only|just|merely) a (?:thought|feeling|story|mood)',
    '(?:a thought|a feeling|a story|a sentence)(?: ,)? (?:and )?not (?:a|the) (?:fact|truth|verdict)',
    'is (?:a (?:thought|story|sentence|line)|conjecture|one opinion|not (?:true|a fact|how it is))',
    'is (?:only|just|merely) (?:a thought|a story|tonight|today|the tiredness)',
    '(?:know|knowing) (?:that )?it (?:is|will) (?:only|just|pass|have passed|be gone)',
    '(?:now i|today i) (?:think|know|see|say) (?:different|differently|better|otherwise)',
    '(?:say|says|tell|tells|said) nothing about (?:me|my worth|my value|who i am)',
    'no way of knowing|not believe (?:it|that) (?:for a|any ?more|either)',
  ].join('|')})\\b`,
)

const isBreak = (token: Token) => token === ';' || token === '-'

/** The place behind what a pair of quotes holds, where that is more than a word or two. */
const quotedEnd = (tokens: readonly Token[], from: number): number => {
  const end = tokens.indexOf('"', from + 1)
  if (end === -1) return from
  const held = tokens.slice(from + 1, end)
  return held.length >= 3 || (from <= 1 && end >= tokens.length - 3) ? end : from
}

/** Whether no words are reported though the verb may tell: "says no", "reads this". */
const saysNothing = (tokens: readonly Token[], at: number): boolean =>
  /^(?:(?:say|says|said|saying) (?:no|yes|nothing|everything|volumes|a lot|it all|all you|so much)\b|reads? (?:this|it|them|these|my)\b)/.test(
    tokens.slice(at, at + 3).join(' '),
  )

/** Whether somebody else is said to have said something: not the writer, not in the future, not in a guess. */
const isReport = (tokens: readonly Token[], names: readonly string[], at: number): boolean => {
  const name = names[at]
  if (name !== 'SAYN' && name !== 'SAY' && tokens[at] !== 'confirmed') return false
  let before = at - 1
  while (before >= 0 && ADVERBS.has(tokens[before] ?? '')) before--
  const previous = tokens[before] ?? ''
  if (name === 'SAYN') {
    const next = tokens[at + 1] ?? ''
    return /^(?:;|was|is|that|from|were|had)$/.test(next) && !/^(?:my|no|any)$/.test(previous)
  }
  const confirmed = tokens[at] === 'confirmed' && /^(?:they|he|she|hr|recruiter|manager)$/.test(previous)
  if ((name !== 'SAY' && !confirmed) || saysNothing(tokens, at)) return false
  if (/^(?:was|were|been|am|got|being)$/.test(previous))
    return /^(?:told|informed|called|described|labeled|labelled|rated|advised)$/.test(tokens[at] ?? '')
  return before >= 0 && !IRREALIS.has(previous) && !SPEAKERS_NOT.has(previous) && !CLAUSE_MARKS.has(previous)
}

/** Whether the writer speaks again, `length` tokens after the report began. */
const endsReport = (tokens: readonly Token[], at: number, length: number): boolean => {
  const [token = '', next = '', third = ''] = tokens.slice(at, at + 3)
  if (token === ';') return length > 2 && !/^(?:that|the)$/.test(next)
  if (token === '-') return length > 1
  if (token === ',') return RESUMES.has(next === 'and' ? third : next) || (next === 'and' && third === 'then')
  if (token === 'and') return /^(?:they|he|she) (?:is|are|was|were)$/.test(`${next} ${third}`)
  if (token === 'because' && length > 4) return false
  return length > 1 && ENDS_REPORT.has(token) && (token !== 'so' || RESUMES.has(next))
}

const reportEnd = (tokens: readonly Token[], from: number): number => {
  let at = from + 1
  while (at < tokens.length && !endsReport(tokens, at, at - from)) at++
  return at
}

const distanceEnd = (tokens: readonly Token[], from: number): number => {
  let at = from
  for (; at < tokens.length; at++) {
    const token = tokens[at] ?? ''
    if (at > from + 1 && (isBreak(token) || token === 'but' || token === 'because' || token === 'yet'))
      return at
  }
  return at
}

/** Which of the tokens others said or wrote. */
const reported = (tokens: readonly Token[], names: readonly string[]): boolean[] => {
  const aside = tokens.map(() => false)
  for (let at = 0; at < tokens.length; at++) {
    const isQuote = tokens[at] === '"'
    const end = isQuote
      ? quotedEnd(tokens, at)
      : !aside[at] && isReport(tokens, names, at)
        ? reportEnd(tokens, at)
        : at
    if (end > at) aside.fill(true, isQuote ? at : at + 1, isQuote ? end + 1 : end)
    if (isQuote) at = end
  }
  return aside
}

/** Marks, too, what the writer holds at a distance. */
const coverDistant = (line: string, tokens: readonly Token[], aside: boolean[]): void => {
  let [place, counted] = [0, 0]
  while (DISTANCE.test(line)) {
    for (; counted < DISTANCE.lastIndex; counted++) if (line[counted] === ' ') place++
    if (!aside[place]) aside.fill(true, place + 1, distanceEnd(tokens, place + 1))
  }
}

const DENIABLE = new Set(['LABEL', 'TRAIT', 'FAULT', 'ALWAYS', 'PUNISH'])

/** Whether a "not" stands close before, in the same clause. */
const isDenied = ({ words }: Voice): boolean => {
  const before = words.slice(-4)
  return before.slice(before.lastIndexOf('|') + 1).some((word) => word === 'not' || word === 'neither')
}

/** Tells what the writer asserts from what others said, and from thoughts held at a distance. */
export const voiceOf = (tokens: readonly Token[]): Voice => {
  const line = tokens.join(' ')
  const readings = tokens.map(read)
  const covered = reported(
    tokens,
    readings.map(([, name]) => name),
  )
  const thought = tokens.map((token, at) => (covered[at] || CLAUSE_MARKS.has(token) ? '|' : token)).join(' ')
  coverDistant(line, tokens, covered)
  const voice: Voice = {
    words: [],
    classes: [],
    aside: [],
    thought,
    asked: tokens.at(-1) === '?',
    disowned: DISOWNED.test(line),
  }
  for (const [at, token] of tokens.entries()) {
    if (CLAUSE_MARKS.has(token) || covered[at]) {
      if (voice.words.at(-1) !== '|') {
        voice.words.push('|')
        voice.classes.push('|')
      }
      if (!CLAUSE_MARKS.has(token)) voice.aside.push(token)
      continue
    }
    const [word, name] = readings[at] ?? ['', '']
    const denied = DENIABLE.has(name) && isDenied(voice)
    voice.words.push(word)
    voice.classes.push(denied ? `UN${name}` : name)
  }
  return voice
}
