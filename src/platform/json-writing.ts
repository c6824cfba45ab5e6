import type { z } from 'zod'
import { serializerCompiler } from './openapi/compilers.ts'

/** Records of one kind; each leaves as its schema declares it. */
export type JsonList = { name: string; schema: z.ZodType; pages: AsyncIterable<readonly unknown[]> }

/** Writes one JSON object: its plain members, then its lists, page by page, so that it is never in memory as a whole. */
export async function* writeJson(
  members: Record<string, unknown>,
  lists: Iterable<JsonList>,
): AsyncGenerator<string, void, undefined> {
  let text = JSON.stringify(members).slice(0, -1)
  for (const { name, schema, pages } of lists) {
    const write = serializerCompiler({ schema } as never)
    let before = `,${JSON.stringify(name)}:[`
    for await (const page of pages) {
      for (const record of page) {
        text += before + write(record)
        before = ','
      }
      yield text
      text = ''
    }
    text += before === ',' ? ']' : `${before}]`
  }
  yield `${text}}\n`
}
