import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * A folder of a test's own. It goes with the temporary folder of the whole run.
 *
 * @NOTE Not before: where many files were deleted just now, some file systems take long to make a new one, and every
 * cluster and every database has a thousand.
 */
export const makeFolder = (name: string): Promise<string> => mkdtemp(join(tmpdir(), `afterview-${name}-`))

/**
 * Copies a folder with the modes of what is in it.
 *
 * @NOTE Node's own takes seven times as long for a cluster's thousand files, or leaves their modes behind.
 */
export const copyFolder = (from: string, to: string): Promise<unknown> => run('cp', ['-Rp', from, to])
