import { test } from 'tap'
import { withoutWords } from '../../src/insights/records/rules/hidden.ts'
import { id } from './records.ts'

test('pitches without their words are numbers, the oldest first, in whatever order they were read', async (t) => {
  const pitch = (number: number) => ({
    id: id('d', number),
    title: 'Calm',
    previousId: null,
    archivedAt: null,
  })
  const { pitches } = withoutWords({ outcomes: [], pitches: [3, 1, 2].map(pitch) })
  t.strictSame(
    pitches.map(({ id, title }) => [id, title]),
    [1, 2, 3].map((number) => [id('d', number), `${number}`]),
  )
})
