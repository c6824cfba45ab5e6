import { test } from 'tap'
import { openService } from '../../support/service.ts'

const CUT = 'Dear Noor,\nI’m sorry. The budget for the role was cut, so we can’t move forward.'
const FORM = 'We have decided to move forward with other candidates. We will keep your résumé on file.'

test('the reading of a mail', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const read = async (text: string) => (await noor.post('/v1/outcome-readings', { text })).body

  await t.test('proposes a kind and a reason, with the sentences they rest on', async (t) => {
    const { language, kind, spans, reasons, doorOpen } = await read(CUT)
    t.strictSame([language, kind, doorOpen], ['en', 'rejected', null])
    const sentence = 'The budget for the role was cut, so we can’t move forward.'
    const span = { start: CUT.indexOf(sentence), end: CUT.length, text: sentence }
    t.strictSame(spans, [span])
    t.strictSame(reasons, [
      { code: 'budget_cut', spans: [span], group: 'not_about_you', evidence: 'stated_by_employer' },
    ])
  })

  await t.test('fits the outcome that it proposes', async (t) => {
    const { kind, reasons } = await read(CUT)
    const { id } = (await noor.post('/v1/applications', { company: 'Brightwater' })).body
    const given = reasons.map(({ code, evidence }: Record<string, string>) => ({ code, evidence }))
    const { status, body } = await noor.put(`/v1/applications/${id}/outcome`, { kind, reasons: given })
    t.strictSame([status, body.attribution], [201, 'not_about_you'])
  })

  await t.test('names no reason where the mail names none', async (t) => {
    t.match(await read(FORM), { kind: 'rejected', reasons: [], doorOpen: null })
  })

  const codes = async (text: string) => (await read(text)).reasons.map(({ code }: { code: string }) => code)

  await t.test('names the reason that stands behind a refusal', async (t) => {
    for (const [text, code] of [
      ['We cannot move forward because of a hiring freeze.', 'hiring_freeze'],
      ['We have decided not to proceed due to a hiring freeze.', 'hiring_freeze'],
      ['You were not selected due to a restructuring.', 'internal_restructuring'],
      ['We are not moving forward because we chose an internal candidate.', 'internal_candidate'],
    ] as const)
      t.strictSame(await codes(text), [code], text)
  })

  await t.test('names no reason that is denied or only supposed', async (t) => {
    for (const text of [
      'This is not because of a hiring freeze.',
      'We cannot move forward, and this is not because of a hiring freeze.',
      'It may be that we will not proceed due to a hiring freeze.',
    ])
      t.strictSame(await codes(text), [], text)
    const instead = 'You were not selected because of a hiring freeze but because of your lack of experience.'
    t.strictSame(await codes(instead), ['experience_gap'])
  })

  await t.test('tells a hand held out from a set phrase', async (t) => {
    const { doorOpen } = await read('We decided not to go ahead this time. I would love to stay in touch.')
    t.equal(doorOpen, true)
  })

  await t.test('finds no ending where there is none', async (t) => {
    const { kind, spans } = await read('Thank you for applying. We will get back to you within two weeks.')
    t.strictSame([kind, spans], [null, []])
  })

  await t.test('finds no ending in an invitation, whatever has become of another role', async (t) => {
    for (const text of [
      'We would like to invite you to the next round. The position in Berlin has been filled.',
      'I am happy to invite you to a second interview. The other role is on hold.',
    ])
      t.match(await read(text), { kind: null, reasons: [] }, text)
  })

  await t.test('finds the ending where an invitation is refused, over, or to apply again', async (t) => {
    for (const text of [
      'We are not inviting you to the next round. The position has been filled.',
      'We had invited you to a second interview. The position has now been filled.',
      'We hoped to invite you to the next round. The position has been filled.',
      'The position has been filled. We would like to invite you to apply again.',
    ])
      t.match(await read(text), { kind: 'rejected' }, text)
  })

  await t.test('says that it does not read another language', async (t) => {
    const text = 'Leider haben wir uns für eine andere Bewerberin entschieden. Die Stelle ist besetzt.'
    t.match(await read(text), { language: 'other', kind: null, reasons: [] })
  })

  await t.test('finds its place behind emoji, markup and quote marks', async (t) => {
    const text = '😭<p>Hi Noor,</p>\n> <p>the position has&nbsp;been <b>filled</b>.</p>'
    const [{ code, spans }] = (await read(text)).reasons
    t.equal(code, 'filled_before_you')
    t.strictSame(
      spans.map(({ start, end }: { start: number; end: number }) => text.slice(start, end)),
      ['the position has&nbsp;been <b>filled</b>.'],
    )
  })

  await t.test('leaves nothing behind, with an Idempotency-Key or without', async (t) => {
    const headers = { 'idempotency-key': 'once' }
    await noor.post('/v1/outcome-readings', { text: CUT }, headers)
    const { status, body } = await noor.post('/v1/outcome-readings', { text: FORM }, headers)
    t.strictSame([status, body.reasons], [200, []])
    const kept = 'SELECT FROM idempotent_answers WHERE account_id = $1'
    t.equal((await service.db.$client.query(kept, [noor.accountId])).rowCount, 0)
  })
})
