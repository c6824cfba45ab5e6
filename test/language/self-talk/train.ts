import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCorpus } from './corpus.ts'
import { weightsFile } from './weights-file.ts'

// Writes the weights anew from the sentences in `training`.

const path = join(import.meta.dirname, '../../../src/language/self-talk/weights.ts')
writeFileSync(path, weightsFile(readCorpus()))
