import type { Features } from './features.ts'
import { HARM_AS_SUBJECT, HARM_TO_SELF } from './harm.ts'
import { ANOTHER_SUBJECT, OTHERS, withoutAsides } from './harm-asides.ts'
import { signsIn } from './harm-signs.ts'
import { HOPELESS } from './hopelessness.ts'
import { crisisScore } from './model.ts'
import type { Voice } from './voice.ts'

/** How near to self-harm the writer's own words come; no measure of a person, and nothing that is kept. */
export type SupportLevel = 'explicit' | 'soft'

/** Above these scores the model alone speaks up; the second where the sentence is on work, or has an idiom or a denial. */
const ALONE_ABOVE = 0.1
const DOUBTFUL_ABOVE = 0.6
/** How far before the words of harm their "I" may stand where the sentence has other people in it. */
const NEAR = 30

const OWN = /\b(?:i|me|my|myself|mine|kms|suicidal)\b/
const SPEAKS =
  /\b(?:i|myself|kms|suicidal|my (?:own|life|death|arms?|wrists?|legs?|thighs?|head|skin|heart|existence))\b/

/** Whether a line says one of them of its writer, as far as the words close by tell. */
const saysOfWriter = (line: string, harms: readonly RegExp[]): boolean =>
  harms.some((harm) => {
    const hit = harm.exec(line)
    if (!hit) return false
    return (
      hit.index === 0 || SPEAKS.test(line.slice(Math.max(0, hit.index - NEAR), hit.index + hit[0].length))
    )
  })

const isExplicit = (thought: string, features: Features): boolean => {
  const line = withoutAsides(thought)
  const own = OWN.test(line)
  const onWork = ANOTHER_SUBJECT.test(line)
  const ofOthers = onWork || OTHERS.test(line)
  if (saysOfWriter(line, HARM_TO_SELF)) return true
  if (!ofOthers && HARM_TO_SELF.some((harm) => harm.test(line))) return true
  if (!onWork && (own || !ofOthers) && (HARM_AS_SUBJECT.test(line) || signsIn(line) > 1)) return true
  return own && crisisScore(features) > (onWork || line !== thought ? DOUBTFUL_ABOVE : ALONE_ABOVE)
}

/** How near the writer's own words come. A wish to die counts however it is framed, unless another one said it. */
export const supportLevelOf = (voice: Voice, features: Features): SupportLevel | undefined => {
  if (isExplicit(voice.thought, features)) return 'explicit'
  return HOPELESS.test(voice.words.join(' ')) ? 'soft' : undefined
}
