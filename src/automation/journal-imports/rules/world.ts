import type { ReasonGroup } from '../../../journal/reasons/rules.ts'
import type { Kind } from '../../journal-records/rules.ts'

/** What records of a file are held against, beside each other. Ids are those of the account. */
export type World = {
  accountId: string
  authorId: string
  now: string
  /** What a prompt is found by again. */
  digestOf: (prompt: string) => string
  /** The reasons of the account's own, and those that the file has added so far. */
  groups: Map<string, ReasonGroup>
  /** Codes of reasons in the file that could not be brought in. */
  refusedCodes: Set<string>
  /** What each interview and question of the file stands beneath. */
  parents: Map<string, string>
  /** Plans of the file, by its own ids, that came out of private reflections. */
  privatePlans: ReadonlySet<string>
  /** Where each record of the file is now, by kind and id in the file. */
  places: Map<Kind, Map<string, string>>
}
