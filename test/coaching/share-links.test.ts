import fc from 'fast-check'
import { test } from 'tap'
import { FIGURES } from '../../src/coaching/share-links/rules.ts'
import { fillJournal } from '../automation/journal-files/full-journal.ts'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'

const ALL = { figures: [...FIGURES] }

/** Makes a link, and what reads it without a key. */
const share = async (account: Client, open: Client, input: object = ALL) => {
  const { body: link } = await account.post('/v1/share-links', input)
  const path = new URL(link.url).pathname
  return { link, path, read: async () => (await open.get(path)).body }
}

/** Every text in a value, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

const DAY_OR_INSTANT = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/
const CODE = /^[a-z]+(_[a-z0-9]+)*$/
const PATH = /^\/docs\/insights\/[a-z]+$/

test('a share link', async (t) => {
  const service = await openService(t)
  const open = service.client()
  const apply = (account: Client, more: object = {}) =>
    account.post('/v1/applications', { company: 'Brightwater', appliedOn: '2026-05-01', ...more })

  await t.test('is shown once, and kept as a digest', async (t) => {
    const noor = await service.newAccount()
    const { status, headers, body } = await noor.post('/v1/share-links', {
      label: 'Ben',
      figures: ['funnel'],
    })
    const { url, token, ...link } = body
    t.equal(status, 201)
    t.match(token, /^avs_[\w-]{43}$/)
    t.ok(url.endsWith(`/v1/shared/${token}`))
    t.match(link, { label: 'Ben', figures: ['funnel'], expiresOn: null, openedCount: 0, lastOpenedAt: null })
    t.strictSame((await noor.get(headers.location ?? '')).body, link)
    t.strictSame((await noor.get('/v1/share-links')).body.data, [link])
    const { rows } = await service.db.execute('SELECT share_links::text AS row FROM share_links')
    t.notOk(JSON.stringify(rows).includes(token))
  })

  await t.test('opens without a key, and asks not to be kept, listed or passed on', async (t) => {
    const { path } = await share(await service.newAccount(), open)
    for (const [each, expected] of [
      [path, 200],
      ['/v1/shared/avs_x', 404],
    ] as const) {
      const { status, headers } = await open.get(each)
      t.equal(status, expected)
      t.match(headers, {
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        'referrer-policy': 'no-referrer',
      })
    }
  })

  await t.test('shows the figures that were chosen alone, as they are now', async (t) => {
    const noor = await service.newAccount()
    const { read } = await share(noor, open, { figures: ['funnel', 'wins'] })
    const nothing = { summary: null, rounds: null, comeback: null, flow: null }
    t.match(await read(), { ...nothing, funnel: { basis: { n: 0 } }, wins: [] })
    const { body } = await apply(noor)
    await noor.post(`/v1/applications/${body.id}/interviews`, { heldOn: '2026-05-10' })
    await noor.post('/v1/wins', { text: 'I asked.' })
    t.match(await read(), {
      ...nothing,
      asOf: service.clock.now.toISOString(),
      funnel: { basis: { n: 1 } },
      wins: [
        { code: 'added', count: 1 },
        { code: 'interview_obtained', count: 1 },
      ],
    })
  })

  await t.test('shows the same as the insights say, over its period', async (t) => {
    const noor = await service.newAccount()
    await fillJournal(noor)
    await noor.post('/v1/wins', { text: 'Before.', on: '2026-01-01' })
    const days = { from: '2026-03-05', to: '2026-05-31' }
    const { read } = await share(noor, open, { ...ALL, period: days })
    const shown = await read()
    const own = async (name: string) =>
      (await noor.get(`/v1/insights/${name}?from=${days.from}&to=${days.to}`)).body
    const { groups: _, ...funnel } = await own('funnel')
    t.strictSame(shown.period, days)
    t.strictSame(shown.funnel, funnel)
    t.strictSame(shown.rounds, await own('rounds'))
    t.strictSame(shown.flow, await own('flow'))
    const { works, causes, tallies, basis } = await own('summary')
    t.match(shown.summary, { works, causes, tallies, basis })
    const { data } = (await noor.get('/v1/wins?limit=200')).body
    const within = data.filter(({ on }: { on: string }) => on >= days.from && on <= days.to)
    const sum = shown.wins.reduce((all: number, { count }: { count: number }) => all + count, 0)
    t.equal(sum, within.length)
    t.ok(within.length > 0 && within.length < data.length)
  })

  await t.test(
    'holds days, counts and codes: no id, and nothing that a journal holds in words',
    async (t) => {
      const noor = await service.newAccount('Noor')
      await fillJournal(noor)
      const { read } = await share(noor, open, { ...ALL, label: 'For Ben' })
      const shown = await read()
      const odd = textsIn(shown).filter((text) => ![DAY_OR_INSTANT, CODE, PATH].some((it) => it.test(text)))
      t.strictSame(odd, [])
      const codes = new Set(JSON.stringify(service.contract).match(/[a-z]+(_[a-z0-9]+)*/g))
      const journal = (await noor.get('/v1/exports/journal.json')).body
      const written = textsIn(journal).filter((text) => !DAY_OR_INSTANT.test(text) && !codes.has(text))
      t.ok(written.includes('=Halden Instruments') && written.includes('The night shift'))
      t.strictSame(
        [...written, 'For Ben', 'Noor', noor.accountId].filter((text) =>
          textsIn(shown).some((value) => value.includes(text)),
        ),
        [],
      )
    },
  )

  await t.test('holds no text of a journal, whatever was written', async () => {
    const words = fc
      .stringMatching(/^[A-Za-zÀ-ž㐀-㒿 :,;.!?(){}'%_-]{12,40}$/)
      .filter((text) => /\S/.test(text))
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 9, maxLength: 9 }), async (texts) => {
        const [company, roleTitle, tag, name, title, prompt, topic, text, label] = texts
        const noor = await service.newAccount()
        const reason = (await noor.post('/v1/reasons', { group: 'fit', title })).body
        const { id } = (await apply(noor, { company, roleTitle, tags: [tag], source: { name } })).body
        const interview = await noor.post(`/v1/applications/${id}/interviews`, {
          heldOn: '2026-05-10',
          label,
        })
        await noor.post(`/v1/interviews/${interview.body.id}/questions`, {
          prompt,
          topic,
          answered: 'did_not_know',
        })
        const reasons = [{ code: reason.code, evidence: 'stated_by_employer', notes: text }]
        await noor.put(`/v1/applications/${id}/outcome`, {
          kind: 'rejected',
          reasons,
          employerFeedback: text,
        })
        await noor.post('/v1/wins', { text })
        const { read } = await share(noor, open, { ...ALL, label })
        const answer = await read()
        const shown = textsIn(answer)
        return (
          answer.summary.causes.ended === 1 &&
          texts.every((each) => !shown.some((it) => it.includes(each.trim())))
        )
      }),
      { numRuns: 12 },
    )
  })

  await t.test('counts nothing of private reflections', async (t) => {
    const noor = await service.newAccount()
    const { body } = await apply(noor)
    const held = (await noor.post(`/v1/applications/${body.id}/interviews`, { heldOn: '2026-05-10' })).body
    await noor.put(`/v1/applications/${body.id}/outcome`, { kind: 'rejected', learnedOn: '2026-05-20' })
    const { read } = await share(noor, open)
    const before = await read()
    const subject = { interviewId: held.id }
    const { id } = (await noor.post('/v1/reflections', { subject, private: true })).body
    const answer = (step: string, more = {}) =>
      noor.post(`/v1/reflections/${id}/answers`, { step, text: 'Some words.', ...more })
    await answer('went_well')
    await answer('did_not_go_well')
    await answer('do_differently', { plan: { if: 'they ask', then: 'I pause' } })
    t.equal((await noor.post(`/v1/reflections/${id}/completion`)).status, 200)
    t.strictSame(await read(), before)
    await noor.patch(`/v1/reflections/${id}`, { private: false })
    t.notSame(await read(), before)
  })

  await t.test('opens with whatever a mail program added to it', async (t) => {
    const { path } = await share(await service.newAccount(), open)
    for (const added of ['?utm_source=mail&utm_medium=email', '?fbclid=x', '?a=1&a=2'])
      t.equal((await open.get(`${path}${added}`)).status, 200)
  })

  await t.test('tells how often it was opened, and when last', async (t) => {
    const noor = await service.newAccount()
    const { link, path } = await share(noor, open, { figures: ['wins'] })
    t.equal((await open.send('HEAD', path)).status, 200, 'whether it is there may be asked')
    t.match((await noor.get(`/v1/share-links/${link.id}`)).body, { openedCount: 0, lastOpenedAt: null })
    await Promise.all(Array.from({ length: 5 }, () => open.get(path)))
    t.match((await noor.get(`/v1/share-links/${link.id}`)).body, {
      openedCount: 5,
      lastOpenedAt: service.clock.now.toISOString(),
      version: 1,
    })
  })

  await t.test('leads nowhere once it is revoked or over, like one that never was', async (t) => {
    const noor = await service.newAccount()
    await noor.patch('/v1/me', { timeZone: 'America/New_York' })
    const today = service.clock.now.toISOString().slice(0, 10)
    const [revoked, over] = [
      await share(noor, open),
      await share(noor, open, { figures: ['wins'], expiresOn: today }),
    ]
    await noor.delete(`/v1/share-links/${revoked.link.id}`)
    const before = service.clock.now
    service.clock.now = new Date(`${today}T03:59:59.999Z`)
    service.clock.now = new Date(service.clock.now.getTime() + 86_400_000)
    t.equal((await open.get(over.path)).status, 200, 'the last moment of the day in New York')
    service.clock.now = new Date(service.clock.now.getTime() + 1)
    const answers: Record<string, unknown>[] = []
    for (const path of [revoked.path, over.path, '/v1/shared/avs_never', '/v1/shared/%00']) {
      const { status, body } = await open.get(path)
      const { instance: _, requestId: __, ...rest } = body
      answers.push({ status, ...rest })
    }
    t.equal(answers[0]?.status, 404)
    for (const answer of answers) t.strictSame(answer, answers[0])
    t.match((await noor.get(`/v1/share-links/${over.link.id}`)).body, { openedCount: 1 })

    const url = `/v1/share-links/${over.link.id}`
    t.equal((await noor.patch(url, { expiresOn: today })).body.code, 'end_behind')
    t.match((await noor.patch(url, { label: 'Ben', expiresOn: null })).body, {
      label: 'Ben',
      expiresOn: null,
      version: 2,
    })
    t.equal((await open.get(over.path)).status, 200)
    service.clock.now = before
    t.equal(
      (await noor.post('/v1/share-links', { figures: ['wins'], expiresOn: '2026-01-01' })).body.code,
      'end_behind',
    )
  })

  await t.test('goes with its account', async (t) => {
    const noor = await service.newAccount()
    const { path } = await share(noor, open)
    await noor.send('DELETE', '/v1/me', {
      payload: JSON.stringify({ confirm: noor.accountId }),
      headers: { 'content-type': 'application/json' },
    })
    t.equal((await open.get(path)).status, 404)
  })

  await t.test('belongs to one account', async (t) => {
    const { link } = await share(await service.newAccount(), open)
    const sam = await service.newAccount('Sam')
    const url = `/v1/share-links/${link.id}`
    for (const answer of [await sam.get(url), await sam.patch(url, { label: 'x' }), await sam.delete(url)])
      t.equal(answer.status, 404)
    t.strictSame((await sam.get('/v1/share-links')).body.data, [])
  })

  await t.test('takes a key that may read what it shows', async (t) => {
    const noor = await service.newAccount()
    const key = async (scopes: string[]) =>
      service.client((await noor.post('/v1/api-keys', { name: 'Links', scopes })).body.secret)
    const narrow = await key(['account:manage'])
    const { status, body } = await narrow.post('/v1/share-links', ALL)
    t.strictSame([status, body.code], [422, 'scope_not_held'])
    const { link } = await share(await key(['account:manage', 'insights:read']), open)
    const url = `/v1/share-links/${link.id}`
    t.equal((await narrow.patch(url, { expiresOn: null })).body.code, 'scope_not_held')
    t.match((await narrow.patch(url, { label: 'Ben' })).body, { label: 'Ben' })
    t.equal((await (await key(['insights:read'])).get(url)).status, 403)
  })

  await t.test('is one of twenty at most, however many are asked for at once', async (t) => {
    const noor = await service.newAccount()
    const answers = await Promise.all(Array.from({ length: 23 }, () => noor.post('/v1/share-links', ALL)))
    t.strictSame(
      answers.filter(({ status }) => status !== 201).map(({ status, body }) => [status, body.code]),
      Array.from({ length: 3 }, () => [422, 'share_link_limit_reached']),
    )
  })

  await t.test('refuses figures named twice, none, and a period that ends before it begins', async (t) => {
    const noor = await service.newAccount()
    for (const input of [
      { figures: ['wins', 'wins'] },
      { figures: [] },
      { figures: ['names'] },
      { ...ALL, period: { from: '2026-05-02', to: '2026-05-01' } },
    ])
      t.equal((await noor.post('/v1/share-links', input)).body.code, 'invalid_request')
  })
})
