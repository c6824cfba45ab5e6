import { hasMatch } from '../matches.ts'
import { type SupportLevel, supportLevelOf } from './crisis.ts'
import { isEnglish } from './english.ts'
import { featuresOf, type Look } from './features.ts'
import { harmFeaturesOf } from './harm-features.ts'
import { likeliestType, scoresOf } from './model.ts'
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

type Lines = Record<Rule['on'], string>

const hits = (rules: readonly Rule[], lines: Lines): Rule[] =>
  rules.filter(({ on, pattern }) => {
    const line = lines[on]
    return hasMatch(pattern, line, ({ index }) => !DENIED.test(line.slice(0, index)))
  })

/** Whether a sentence may judge its writer: which rules say so, and whether only within one field. */
export const judge = (voice: Voice, score: number): { rules: readonly Rule[]; soft: boolean } | undefined => {
  if (voice.disowned) return undefined
  const lines = { words: voice.words.join(' '), classes: voice.classes.join(' ') }
  const rules = hits(RULES, lines)
  if (rules.length > 0) return { rules, soft: false }
  const soft = hits(SOFT_RULES, lines)
  if (soft.length > 0) return { rules: soft, soft: true }
  return score > YES_ABOVE ? { rules, soft: false } : undefined
}

const typesOf = (rules: readonly Rule[], features: Look): SelfTalkType[] =>
  rules.length > 0 ? [...new Set(rules.map(({ type }) => type))] : [likeliestType(features)]

/** A way in one sentence and an end in the next mean more together. */
const togetherWith = (before: readonly Token[], tokens: readonly Token[]): number[] => {
  const both = [...before, ...tokens]
  return before.length > 0 ? [scoresOf(featuresOf(voiceOf(both)), harmFeaturesOf(both)).crisis] : []
}

/**
 * Looks for wording in which the writer judges themselves, and for words that call for support. English only: in any
 * other language nothing is found. A pure function of the text.
 */
export const analyse = (text: string): Analysis => {
  const findings: Finding[] = []
  let support: SupportLevel | undefined
  let before: Token[] = []
  if (!isEnglish(text)) return { findings }
  const sentences = sentencesOf(text)
  for (const { text: sentence, start, end } of sentences) {
    if (sentences.length > 1 && !isEnglish(sentence)) continue
    const tokens = tokensOf(sentence)
    const voice = voiceOf(tokens)
    const features = featuresOf(voice)
    const scores = scoresOf(features, harmFeaturesOf(tokens))
    const level = supportLevelOf(voice, [scores.crisis, ...togetherWith(before, tokens)])
    if (level === 'explicit') return { findings: [], support: level }
    support ??= level
    before = tokens
    const found = judge(voice, scores.judging)
    if (!found) continue
    const types = typesOf(found.rules, features)
    findings.push({ sentence, span: { start, end }, types, soft: found.soft })
  }
  return support ? { findings, support } : { findings }
}
