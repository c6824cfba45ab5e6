import { hasMatch } from '../matches.ts'
import { HARM_AS_SUBJECT, HARM_TO_SELF, UNMISTAKABLE } from './harm.ts'
import { ANOTHER_SUBJECT, OTHERS, withoutAsides } from './harm-asides.ts'
import { signsIn } from './harm-signs.ts'
import { HOPELESS } from './hopelessness.ts'
import type { Voice } from './voice.ts'

/** How near to self-harm the writer's own words come; no measure of a person, and nothing that is kept. */
export type SupportLevel = 'explicit' | 'soft'

/**
 * Above these scores the model speaks up: on a sentence, on one of work, an idiom or a denial, and on one together with the
 * sentence before it. Above the last it only confirms plain words of harm.
 */
const [ALONE_ABOVE, DOUBTFUL_ABOVE, TOGETHER_ABOVE, PLAIN_ABOVE] = [-0.02, 0.25, 0.05, -0.55] as const
/** How far before the words of harm their "I" may stand where the sentence has other people in it. */
const NEAR = 30

const OWN = /\b(?:i|me|my|myself|mine|kms|suicidal)\b/
const SPEAKS =
  /\b(?:i|myself|kms|suicidal|my (?:own|life|death|arms?|wrists?|legs?|thighs?|head|skin|heart|existence))\b/

/** Whether a line says one of them of its writer, as far as the words close by tell. */
const saysOfWriter = (line: string, harms: readonly RegExp[]): boolean =>
  harms.some((harm) =>
    hasMatch(
      harm,
      line,
      ({ 0: words, index }) =>
        index === 0 || SPEAKS.test(line.slice(Math.max(0, index - NEAR), index + words.length)),
    ),
  )

/** Whether plain words of harm are said of the writer; `line` is without idioms and denials. */
const isInPlainWords = (line: string): boolean => {
  const onWork = ANOTHER_SUBJECT.test(line)
  const ofOthers = onWork || OTHERS.test(line)
  if (saysOfWriter(line, HARM_TO_SELF)) return true
  if (!ofOthers && HARM_TO_SELF.some((harm) => harm.test(line))) return true
  return !onWork && (OWN.test(line) || !ofOthers) && (HARM_AS_SUBJECT.test(line) || signsIn(line) > 1)
}

const isExplicit = (thought: string, alone: number, together: number): boolean => {
  if (UNMISTAKABLE.test(thought)) return true
  if (Math.max(alone, together) <= PLAIN_ABOVE) return false
  const line = withoutAsides(thought)
  const isDoubtful = line !== thought || ANOTHER_SUBJECT.test(line)
  if (alone > (isDoubtful ? DOUBTFUL_ABOVE : ALONE_ABOVE) || together > TOGETHER_ABOVE) return true
  return isInPlainWords(line)
}

/**
 * How near the writer's own words come; the scores are those of the sentence alone and, if one stands before it,
 * together with that. A wish to die counts however it is framed, unless another one said it.
 */
export const supportLevelOf = (
  voice: Voice,
  [alone = Number.NEGATIVE_INFINITY, together = Number.NEGATIVE_INFINITY]: readonly number[],
): SupportLevel | undefined => {
  if (isExplicit(voice.thought, alone, together)) return 'explicit'
  return HOPELESS.test(voice.words.join(' ')) ? 'soft' : undefined
}
