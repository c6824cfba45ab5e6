import type { Linear } from '../../../src/language/self-talk/model.ts'
import type { Example } from './corpus.ts'
import { trainCrisis, trainJudging, trainTypes } from './training.ts'

const written = ({ bias, scale, weights }: Linear) =>
  `{ bias: ${bias}, scale: ${scale}, weights: '${Buffer.from(weights.buffer).toString('base64')}' }`

/** The file of weights that the service loads. */
export const weightsFile = (examples: readonly Example[]): string => {
  const kinds = Object.entries(trainTypes(examples)).map(
    ([type, linear]) => `    ${type}: ${written(linear)},\n`,
  )
  return (
    '/** Written by `npm run train:self-talk`: whole numbers of one byte each, in base64. */\n' +
    `export const MODEL = {\n  judging: ${written(trainJudging(examples))},\n  crisis: ${written(trainCrisis(examples))},\n` +
    `  types: {\n${kinds.join('')}  },\n}\n`
  )
}
