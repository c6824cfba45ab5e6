import { test } from 'tap'
import { type Intake, noteRefusedCodes } from '../../../src/automation/journal-imports/rules/intake.ts'
import type { World } from '../../../src/automation/journal-imports/rules/world.ts'

const HALF = 100_000

test('which reasons were refused is known at once, however many a file names', (t) => {
  const readings = Array.from({ length: 2 * HALF }, (_, at) => ({ at, given: { code: `own_${at}` } }))
  const answers = readings.map(({ at }) => ({
    pointer: `/reasons/${at}`,
    status: at < HALF ? ('invalid' as const) : ('noop' as const),
    recordId: null,
    invalid: null,
  }))
  const intake: Intake = { kind: 'reasons', answers, fresh: [] }
  const refusedCodes = new Set<string>()
  const begun = Date.now()
  noteRefusedCodes(intake, readings, { refusedCodes } as World)
  t.ok(Date.now() - begun < 3_000, 'in less than three seconds')
  t.equal(refusedCodes.size, HALF)
  t.end()
})
