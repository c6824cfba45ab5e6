import { test } from 'tap'
import type { Body } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { fillJournal } from '../journal-files/full-journal.ts'
import { linesOf } from './sheets.ts'

test('the timeline as a table', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  await fillJournal(noor)
  const answer = await noor.get('/v1/exports/timeline.csv')
  const lines = linesOf(answer.body)

  await t.test('has a line for each entry of each application, the oldest first', async (t) => {
    t.equal(answer.headers['content-disposition'], 'attachment; filename="afterview-timeline-2026-06-01.csv"')
    const { data } = (await noor.get('/v1/applications?limit=200')).body
    const entries: Body[] = []
    for (const { id } of data)
      entries.push(...(await noor.get(`/v1/applications/${id}/timeline?limit=200`)).body.data)
    const said = ({ applicationId, kind, on }: Body) =>
      `${applicationId} ${kind.replaceAll('_', ' ')} ${on ?? ''}`
    t.strictSame(
      lines.map((line) => `${line['Application id']} ${line.Event} ${line['Day (UTC)']}`).sort(),
      entries.map(said).sort(),
    )
    const days = lines.map((line) => line['Day (UTC)']).filter(Boolean)
    t.strictSame(days, [...days].sort())
  })

  await t.test('names the company and the role, and says what is known of each event', async (t) => {
    const of = (company: string, event: string) =>
      lines.find((line) => line.Company?.includes(company) && line.Event === event)
    t.match(of('Halden', 'interview'), {
      'Day (UTC)': '2026-05-06',
      'Time (UTC)': '11:00:00',
      Company: "'=Halden Instruments",
      Role: 'Test Engineer',
      'Interview round': '1',
      'Interview kind': 'technical',
      'Interview label': 'Rig talk',
      'Interview status': 'completed',
      'Interview result': 'not advanced',
    })
    t.match(of('Lindgren', 'outcome recorded'), {
      Outcome: 'rejected',
      Attribution: 'something to learn',
      Reasons: 'spoke too fast',
    })
    t.match(of('Brightwater', 'outcome retracted'), { Outcome: 'no response' }, 'also of what was taken back')
  })
})
