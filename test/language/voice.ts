/** A rough count of the syllables of an English word; a figure counts as one. */
const syllables = (word: string): number => {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const spoken = letters
    .replace(/(?:[^aeiouyszxlhcg]es|[^td]ed|[^l]e)$/, (end) => end.charAt(0))
    .replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.?!])\s+/).filter((sentence) => sentence.length > 0)

/** Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59. */
export const gradeOf = (text: string): number => {
  const words = text.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word))
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0)
  return (0.39 * words.length) / sentencesOf(text).length + (11.8 * spoken) / words.length - 15.59
}

const BANNED = [
  /!/,
  /\bjust\b/i,
  /\bsignificant/i,
  /\b(?:ab)?normal/i,
  /\b(?:predict|guarantee|promise)/i,
  /\byou (?:will|are going to) (?:get|find|succeed|make it)\b/i,
  /\b(?:great|amazing|awesome|excellent|brilliant|congrat\w*|well done|proud)\b/i,
  /\b(?:fail(?:ed|ure|ures)?|reject(?:ed|ion)?|loser|weak|bad|poor|worth|stupid)\b/i,
  /\byou(?:'re| are) (?:a|an|so|too|not|good|strong|smart|talented|resilient)\b/i,
  /\byou should\b/i,
]

/** What in a text breaks the voice of the service; empty where nothing does. */
export const faultsOf = (text: string): string[] => {
  const sentences = sentencesOf(text)
  return [
    ...(sentences.length > 2 ? ['more than two sentences'] : []),
    ...sentences.filter((sentence) => sentence.split(/\s+/).length > 27).map((it) => `too long: ${it}`),
    ...sentences.filter((it) => !/^["A-Z0-9].*[.?]$/.test(it)).map((it) => `no whole sentence: ${it}`),
    ...(gradeOf(text) > 8 ? [`grade ${gradeOf(text).toFixed(1)}`] : []),
    ...BANNED.flatMap((word) => text.match(word)?.slice(0, 1) ?? []),
    ...(/undefined|null|NaN|\[object/.test(text) ? ['a hole'] : []),
    ...(/\s{2}|^\s|\s$/.test(text) ? ['stray blanks'] : []),
  ]
}

const SAME_IN_BOTH = new Set(['is', 'was', 'has', 'this', 'rests', 'holds', 'plans'])

/** Nouns that do not agree with the figure before them. */
export const wrongPlurals = (text: string): string[] => [
  ...[...text.matchAll(/\b1 (?:closed |earlier )?([a-z]+s)\b/g)]
    .filter(([, noun = '']) => !SAME_IN_BOTH.has(noun) && noun !== 'process')
    .map(([it]) => it),
  ...[
    ...text.matchAll(
      /\b(?:0|no|[2-9]|\d{2,}) (?:closed |earlier )?(interview|application|process|plan|case|thing|no|lesson)\b/gi,
    ),
  ].map(([it]) => it),
]
