import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a test run keeps what it saw; `run.ts` makes the folder. */
const folder = () => process.env.TEST_SEEN ?? ''

const noted = new Set<string>()

/** Notes that an operation was seen to answer with a status. Each process writes a file of its own. */
export const noteSeenAnswer = (operationId: string, status: number): void => {
  const answer = `${operationId} ${status}`
  if (noted.has(answer)) return
  noted.add(answer)
  appendFileSync(join(folder(), `${process.pid}.txt`), `${answer}\n`)
}

/** Every `operationId status` that the committed contract documents and no test saw. */
export const unseenAnswers = async (): Promise<string[]> => {
  const seen = new Set(
    readdirSync(folder()).flatMap((file) => readFileSync(join(folder(), file), 'utf8').split('\n')),
  )
  const { paths } = JSON.parse(await readFile('openapi/openapi.json', 'utf8'))
  const operations = Object.values<Record<string, { operationId: string; responses: object }>>(paths)
  return operations
    .flatMap((path) => Object.values(path))
    .flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    )
    .filter((answer) => !seen.has(answer))
}
