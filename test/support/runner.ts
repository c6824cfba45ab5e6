import { join } from 'node:path'
import fc from 'fast-check'
import tap, { test } from 'tap'
import { take, testFiles } from './test-files.ts'

// In CI the same cases in each run: a change is judged by what it changed. Elsewhere new ones are tried each time.
if (process.env.CI) fc.configureGlobal({ seed: 20260601 })

const FILE_LIMIT_MS = 600_000
const root = join(import.meta.dirname, '../..')

const untried = testFiles(root)

const takeOne = (): string | undefined => {
  let file = untried.shift()
  while (file && !take(file)) file = untried.shift()
  return file
}

/**
 * Runs test files that no other runner has taken, one after the other, until none is left.
 *
 * @NOTE A process for each file would spend more on its start, and on code that is not yet warm, than most of them need.
 */
const runNext = async (): Promise<void> => {
  const file = takeOne()
  if (!file) return
  // A file may set a limit of its own, which is not that of the next.
  tap.setTimeout(FILE_LIMIT_MS)
  await import(join(root, file))
  // Its tests stand in a queue by now, and this one behind them.
  void test('the next file', runNext)
}

void test('the first file', runNext)
