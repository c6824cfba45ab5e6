import { test } from 'tap'
import { openService } from '../../support/service.ts'

const TEXT = 'Company,Role,Applied\nMüller Optik,Tester,2026-03-02\n'

test('the charset that a sheet is said to be in', async (t) => {
  const service = await openService(t)
  const bring = async (charset: string, payload: Buffer) => {
    const noor = await service.newAccount()
    const headers = { 'content-type': `text/csv${charset}` }
    const { status, body } = await noor.send('POST', '/v1/imports', { payload, headers })
    const { data } = (await noor.get('/v1/applications')).body
    return { status, body, company: data[0]?.company }
  }
  const little = Buffer.from(TEXT, 'utf16le')

  await t.test('is the one that it is read in', async (t) => {
    for (const [charset, payload] of [
      ['', Buffer.from(TEXT)],
      [';charset=utf-8', Buffer.from(TEXT)],
      ['; charset=us-ascii', Buffer.from(TEXT)],
      ['; charset="ISO-8859-1"', Buffer.from(TEXT, 'latin1')],
      ['; header=present; charset=windows-1252', Buffer.from(TEXT, 'latin1')],
      [';charset=utf-16', little],
      [';charset=UTF-16LE', little],
      [';charset=utf-16be', Buffer.from(little).swap16()],
      [';charset=utf-16', Buffer.from(Buffer.from(`\uFEFF${TEXT}`, 'utf16le')).swap16()],
    ] as const) {
      const { status, company } = await bring(charset, payload)
      t.strictSame([status, company], [201, 'Müller Optik'], charset)
    }
  })

  await t.test('is refused where it is none of those, and the refusal names them', async (t) => {
    for (const charset of ['utf-32', 'shift_jis', 'klingon']) {
      const { status, body, company } = await bring(`; charset=${charset}`, Buffer.from(TEXT))
      t.strictSame([status, body.code, company], [415, 'unsupported_media_type', undefined], charset)
      t.match(body.detail, /utf-8, us-ascii, .*utf-16be/)
    }
  })
})
