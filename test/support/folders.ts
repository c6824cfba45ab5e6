import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder of a test's own. It goes with the temporary folder of the whole run.
 *
 * @NOTE Not before: where many files were deleted just now, some file systems take long to make a new one, and every
 * cluster and every database has a thousand.
 */
export const makeFolder = (name: string): Promise<string> => mkdtemp(join(tmpdir(), `afterview-${name}-`))
