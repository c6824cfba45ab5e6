import type { Columns } from './facts.ts'
import type { ApplicationReading } from './readings.ts'
import { plain } from './text.ts'
import type { ImportField } from './types.ts'

const ROLE = ['url', 'location', 'reference', 'rolePart'] as const satisfies ImportField[]
const DATED = ['appliedOn', 'postedOn', 'savedOn', 'source'] as const satisfies ImportField[]

/** What tells applications for one role apart. */
export const TELLING = [...ROLE, ...DATED]

/**
 * Which application a row is, in words that stay when its status moves on.
 * @param dated columns that tell rows for one role apart.
 */
export const identify = (
  application: Pick<ApplicationReading, 'company' | 'roleTitle'>,
  columns: Columns,
  dated: readonly ImportField[] = DATED,
): { identity: string; sameRole: string } => {
  const more = (fields: readonly ImportField[]) =>
    fields.map((field) =>
      columns(field)
        .map(({ text }) => plain(text))
        .join(' '),
    )
  const sameRole = [plain(application.company ?? ''), plain(application.roleTitle ?? ''), ...more(ROLE)]
  return {
    identity: JSON.stringify([...sameRole, ...more(dated).map(unpadded)]),
    sameRole: JSON.stringify(sameRole),
  }
}

/** `06/08/2024` and `6/8/2024` are one day. */
const unpadded = (text: string): string => text.replace(/(?<![\d])0(?=\d)/g, '')
