import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SelfTalkType, TYPES } from '../../../src/language/self-talk/types.ts'

type Crisis = 'explicit' | 'soft' | 'none'

/**
 * A sentence that we wrote to train on; `author` is the file, one voice and line of work each. Without a `type` nobody
 * decided whether it judges its writer; null says that it does not.
 */
export type Example = {
  author: string
  text: string
  type: SelfTalkType | null | undefined
  crisis: Crisis
}

const FOLDER = join(import.meta.dirname, 'training')

/** Headings of sentences that were written to tell harm from hopelessness, or from what is harmless. */
const UNDECIDED = /^(?:explicit|soft): |hopeless|harmless/

const headed = (author: string, heading: string) => {
  const [kind = '', about = ''] = heading.split(': ')
  const type = TYPES.find((it) => it === about) ?? (UNDECIDED.test(heading) ? undefined : null)
  if (kind === 'yes' && !type) throw new Error(`${author} has a heading of no type: ${heading}`)
  const crisis: Crisis = kind === 'explicit' || kind === 'soft' ? kind : 'none'
  return { type, crisis }
}

/** Every sentence that we wrote, file by file; a heading says what the lines below it are. */
export const readCorpus = (): Example[] =>
  readdirSync(FOLDER)
    .sort()
    .flatMap((file) => {
      const author = file.replace(/\.txt$/, '')
      const examples: Example[] = []
      let heading = 'no: start'
      for (const line of readFileSync(join(FOLDER, file), 'utf8').split('\n')) {
        if (line.startsWith('## ')) heading = line.slice(3)
        else if (line.trim()) {
          const { type, crisis } = headed(author, heading)
          examples.push({ author, text: line.trim(), type, crisis })
        }
      }
      return examples
    })
