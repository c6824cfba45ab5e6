import { supportLevelOf, type SupportLevel } from './crisis.ts'
import { isEnglish } from './english.ts'
import { type Features, featuresOf } from './features.ts'
import { judgingScore, likeliestType } from './model.ts'
import { RULES, type Rule, SOFT_RULES } from './rules.ts'
import { sentencesOf } from './sentences.ts'
import type { SelfTalkType } from './types.ts'
import { type Voice, voiceOf } from './voice.ts'
import { tokensOf } from './words.ts'

/** A sentence that may pass a verdict on its writer; the span is in UTF-16 code units of the text. */
export type Finding = {
  sentence: string
  span: { start: number; end: number }
  types: SelfTalkType[]
  soft: boolean
}
export type Analysis = { findings: Finding[]; support?: SupportLevel }

/** How far on the side of yes the model has to be where no rule speaks, and where it overrules one. */
const YES_ABOVE = 0
const RULE_ABOVE = -1

const hits = (rules: readonly Rule[], { words, classes }: Voice): Rule[] => {
  const lines = { words: words.join(' '), classes: classes.join(' ') }
  return rules.filter(({ on, pattern }) => pattern.test(lines[on]))
}

/** What kinds of judgement a sentence may hold; undefined where it holds none. */
const judged = (voice: Voice, features: Features): Pick<Finding, 'types' | 'soft'> | undefined => {
  const score = judgingScore(features)
  const found = hits(RULES, voice)
  if (found.length > 0 && score > RULE_ABOVE)
    return { types: [...new Set(found.map(({ type }) => type))], soft: false }
  const soft = hits(SOFT_RULES, voice)
  if (soft.length > 0) return { types: [...new Set(soft.map(({ type }) => type))], soft: true }
  return score > YES_ABOVE ? { types: [likeliestType(features)], soft: false } : undefined
}

/**
 * Looks for wording in which the writer judges themselves, and for words that call for support. English only: in any
 * other language nothing is found. A pure function of the text.
 */
export const analyse = (text: string): Analysis => {
  const findings: Finding[] = []
  const levels = new Set<SupportLevel>()
  if (!isEnglish(text)) return { findings }
  for (const { text: sentence, start, end } of sentencesOf(text)) {
    if (!isEnglish(sentence)) continue
    const tokens = tokensOf(sentence)
    const voice = voiceOf(tokens)
    const features = featuresOf(voice)
    const level = supportLevelOf(voice, tokens, features)
    if (level) levels.add(level)
    const judgement = judged(voice, features)
    if (judgement) findings.push({ sentence, span: { start, end }, ...judgement })
  }
  if (levels.has('explicit')) return { findings: [], support: 'explicit' }
  return levels.has('soft') ? { findings, support: 'soft' } : { findings }
}
