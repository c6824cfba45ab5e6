import { undisguised } from './disguises.ts'

/** A word in lower case without contractions, or a mark: `"`, `?`, `,`, `;`, `-`. */
export type Token = string

const SINGLE_MARKS = /[\u2018\u2019\u02bc\u00b4\u0060\u2032]/g
const DOUBLE_MARKS = /[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g
const PIECES = /[\p{L}\p{N}$%]+(?:['][\p{L}]+)*|["'?!.,;:()\u2013\u2014-]/gu

/** Short forms without their apostrophe, chat spellings and common slips, each with the words that it stands for. */
const WHOLE = new Map(
  `
  im i am, ive i have, dont do not, didnt did not, doesnt does not, cant can not, cannot can not, wont
  will not, isnt is not, wasnt was not, arent are not, werent were not, havent have not, hasnt has not,
  hadnt had not, couldnt could not, wouldnt would not, shouldnt should not, aint am not, theyre they are,
  theyll they will, theyve they have, theyd they would, youre you are, thats that is, whats what is, shes
  she is, hes he is, theres there is, heres here is, nobodys nobody is, everyones everyone is, itll it
  will, mustve must have, shouldve should have, couldve could have, wouldve would have, shoulda should
  have, coulda could have, woulda would have, gonna going to, wanna want to, gotta have to, kinda kind of,
  sorta sort of, dunno do not know, u you, ur your, bc because, cuz because, coz because, cos because, ppl
  people, rn now, tbh, lol, haha, idk i do not know, interveiw interview, intervew interview, definately
  definitely, wether whether, realise realize, realised realized, realises realizes, imposter impostor,
  noone nobody, alot a lot, myslef myself, becuase because, becasue because, teh the, wil will, everythin
  everything, anythin anything, nothin nothing, neva never, nvr never, abt about, tmrw tomorrow,
  suicdal suicidal, suicidle suicidal, suicde suicide, dieing dying, wnat want, jus just, jsut just,
  wihtout without, withut without, nite night, thinkin thinking, cuttin cutting, killin killing, jumpin jumping,
  hurtin hurting, tryin trying, goin going, til until, rly really, pls please, wen when, dnt do not
  `
    .split(',')
    .map((entry) => entry.trim().split(/\s+/))
    .map(([short = '', ...words]) => [short, words] as const),
)

const ENDINGS: Record<string, string> = { m: 'am', re: 'are', ve: 'have', ll: 'will', d: 'would' }
const IS_BEFORE = new Set(
  'it that he she what there who here where how nobody everyone everybody everything nothing one let'.split(
    ' ',
  ),
)
const OF_FOR_HAVE = new Set(['should', 'could', 'would', 'must', 'might'])
const BE_VERBS = new Set('be have rather never love say call hire not still always'.split(' '))
const WILL_VERBS = new Set(
  'never be always just probably have get do end keep only die stay take go fail not'.split(' '),
)

const STRETCHED = /(\p{L})\1{2,}/gu

/** Letters that were held down, as in "sooo", stand once. */
const unstretched = (word: string) => word.replace(STRETCHED, '$1')

const contracted = (piece: string): string[] => {
  const [stem = '', ...tails] = piece.split("'")
  const tail = tails.at(-1) ?? ''
  if (tails.length === 0) return [stem]
  if (tail === 't' && stem.endsWith('n')) {
    const verb = { ca: 'can', wo: 'will', sha: 'shall', ai: 'am' }[stem.slice(0, -1)] ?? stem.slice(0, -1)
    return [verb, 'not']
  }
  if (tail === 's') return IS_BEFORE.has(stem) ? [stem, stem === 'let' ? 'us' : 'is'] : [stem]
  const ending = ENDINGS[tail]
  if (ending) return [...(tails.length > 1 ? contracted(`${stem}'${tails[0]}`) : [stem]), ending]
  return [piece.replaceAll("'", '')]
}

/** What only the next word tells apart: "id rather" from an id, "ill never" from being ill, "its my" from its. */
const settled = (word: string, next: string): readonly string[] => {
  if (word === 'id' && BE_VERBS.has(next)) return ['i', 'would']
  if (word === 'ill' && WILL_VERBS.has(next)) return ['i', 'will']
  if (word === 'its' && /^(?:my|a|all|no|over|just|not|because|obvious|clear|pathetic|always)$/.test(next))
    return ['it', 'is']
  return WHOLE.get(word) ?? [word]
}

/** Marks with their plain forms. */
const MARKS = new Map([
  ['"', '"'],
  ["'", "'"],
  ['?', '?'],
  [',', ','],
  ['-', '-'],
  ['!', ';'],
  ['.', ';'],
  [':', ';'],
  [';', ';'],
  ['(', ','],
  [')', ','],
  ['\u2013', '-'],
  ['\u2014', '-'],
])

const isQuoteMark = (text: string, at: number): boolean => {
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  return /[\s(,.!?;:"]/.test(before) !== /[\s).,!?;:"]/.test(after) || !/[\p{L}\p{N}]/u.test(before + after)
}

/** A mark in its plain form, if it matters; an apostrophe alone may be a quote mark. */
const markAt = (plain: string, at: number, mark: Token): Token[] => {
  const piece = plain[at]
  if (piece === "'") return isQuoteMark(plain, at) ? ['"'] : []
  if (piece === '-') return plain[at - 1] === ' ' ? ['-'] : []
  return [mark]
}

const wordsOf = (word: string, previous: Token, next: string): readonly Token[] => {
  if (word === 'of' && OF_FOR_HAVE.has(previous)) return ['have']
  return word.includes("'") ? contracted(word) : settled(word, next)
}

const LAST_MARK = /^["?,;-]$/

/** Brings a sentence into one plain form, whatever its case, quotes, contractions, emoji and the mark that it ends in. */
export const tokensOf = (sentence: string): Token[] => {
  const plain = undisguised(sentence).toLowerCase().replace(SINGLE_MARKS, "'").replace(DOUBLE_MARKS, '"')
  const isStretched = plain.search(STRETCHED) >= 0
  const pieces = plain.match(PIECES) ?? []
  const tokens: Token[] = []
  let at = 0
  for (let place = 0; place < pieces.length; place++) {
    const piece = pieces[place] ?? ''
    at = plain.indexOf(piece, at)
    const mark = MARKS.get(piece)
    const found = mark
      ? markAt(plain, at, mark)
      : wordsOf(isStretched ? unstretched(piece) : piece, tokens.at(-1) ?? '', pieces[place + 1] ?? '')
    for (const token of found) tokens.push(token)
    at += piece.length
  }
  return LAST_MARK.test(tokens.at(-1) ?? '') ? tokens : [...tokens, ';']
}
