import { type SupportLevel, supportLevelOf } from './crisis.ts'
import { isEnglish } from './english.ts'
import { type Features, featuresOf } from './features.ts'
import { harmFeaturesOf } from './harm-features.ts'
import { crisisScore, judgingScore, likeliestType } from './model.ts'
import type { Rule } from './rule.ts'
import { RULES, SOFT_RULES } from './rules.ts'
import { sentencesOf } from './sentences.ts'
import type { SelfTalkType } from './types.ts'
import { type Voice, voiceOf } from './voice.ts'
import { type Token, tokensOf } from './words.ts'

/** A sentence that may pass a verdict on its writer; the span is in UTF-16 code units of the text. */
export type Finding = {
  sentence: string
  span: { start: number; end: number }
  types: SelfTalkType[]
  soft: boolean
}
export type Analysis = { findings: Finding[]; support?: SupportLevel }

/** How far on the side of yes the model has to be where no rule speaks. */
const YES_ABOVE = 0.1

const DENIED = /\b(?:not|NOT|neither|never)(?: (?:really|because|that))? $/

const hits = (rules: readonly Rule[], { words, classes }: Voice): Rule[] => {
  const lines = { words: words.join(' '), classes: classes.join(' ') }
  return rules.filter(({ on, pattern }) => {
    const hit = pattern.exec(lines[on])
    return hit !== null && !DENIED.test(lines[on].slice(0, hit.index))
  })
}

/** Whether a sentence may judge its writer: which rules say so, and whether only within one field. */
export const judge = (voice: Voice, score: number): { rules: readonly Rule[]; soft: boolean } | undefined => {
  if (voice.disowned) return undefined
  const rules = hits(RULES, voice)
  if (rules.length > 0) return { rules, soft: false }
  const soft = hits(SOFT_RULES, voice)
  if (soft.length > 0) return { rules: soft, soft: true }
  return score > YES_ABOVE ? { rules, soft: false } : undefined
}

const typesOf = (rules: readonly Rule[], features: Features): SelfTalkType[] =>
  rules.length > 0 ? [...new Set(rules.map(({ type }) => type))] : [likeliestType(features)]

/** A way in one sentence and an end in the next mean more together. */
const togetherWith = (before: readonly Token[], tokens: readonly Token[]): number[] => {
  const both = [...before, ...tokens]
  return before.length > 0 ? [crisisScore([featuresOf(voiceOf(both)), harmFeaturesOf(both)])] : []
}

/**
 * Looks for wording in which the writer judges themselves, and for words that call for support. English only: in any
 * other language nothing is found. A pure function of the text.
 */
export const analyse = (text: string): Analysis => {
  const findings: Finding[] = []
  const levels = new Set<SupportLevel>()
  let before: Token[] = []
  if (!isEnglish(text)) return { findings }
  for (const { text: sentence, start, end } of sentencesOf(text)) {
    if (!isEnglish(sentence)) continue
    const tokens = tokensOf(sentence)
    const voice = voiceOf(tokens)
    const features = featuresOf(voice)
    const alone = crisisScore([features, harmFeaturesOf(tokens)])
    const level = supportLevelOf(voice, [alone, ...togetherWith(before, tokens)])
    if (level) levels.add(level)
    before = tokens
    const found = judge(voice, judgingScore(features))
    if (!found) continue
    const types = typesOf(found.rules, features)
    findings.push({ sentence, span: { start, end }, types, soft: found.soft })
  }
  if (levels.has('explicit')) return { findings: [], support: 'explicit' }
  return levels.has('soft') ? { findings, support: 'soft' } : { findings }
}
