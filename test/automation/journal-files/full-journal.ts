import type { Client } from '../../support/client.ts'

/** A table, as a spreadsheet would have it. */
export const TABLE = [
  'Company,Role,Applied,Interview,Status,Comments',
  'Stellwerk Labs,Analyst,2026-02-10,2026-02-20,Rejected,Budget was cut',
  'Stellwerk Labs,Analyst,2026-02-10,,,',
  'Orrin & Co,Analyst,,,Wishlist,',
].join('\n')

/** Fills a journal with records of every kind, and with every state that a record can be in. */
export const fillJournal = async (client: Client) => {
  const made = async (url: string, body: unknown): Promise<string> => {
    const answer = await client.post(url, body)
    if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }
  const put = async (url: string, body: unknown) => {
    const answer = await client.put(url, body)
    if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  const patch = async (url: string, body: unknown) => {
    const answer = await client.patch(url, body)
    if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  await patch('/v1/me', { email: 'noor@example.org', timeZone: 'Europe/Amsterdam', locale: 'nl' })
  await made('/v1/reasons', {
    group: 'fit',
    title: 'The night shift',
    description: 'Not with a small child.',
  })
  const spare = await made('/v1/reasons', { group: 'something_to_learn', title: 'Spoke too fast' })

  const application = await made('/v1/applications', {
    company: '=Halden Instruments',
    roleTitle: 'Test Engineer',
    url: 'https://halden.example/jobs/7?a=1&b=%20',
    location: 'Halden',
    workMode: 'hybrid',
    employmentType: 'full_time',
    source: { channel: 'job_board', name: 'Stepping Stones' },
    salaryRange: { minimum: 5_000_000, maximum: null, currency: 'EUR', period: 'year' },
    priority: 'high',
    tags: ['optics', '東京 🌱'],
    contacts: [
      { name: 'Ida Berg', role: 'Recruiter', email: 'ida@halden.example', phone: '+47 555', notes: 'Kind' },
    ],
    nextStep: { text: 'Call Ida', dueOn: '2026-06-09' },
    externalRef: { source: 'crm', id: 'A/1 7' },
    resumeVersion: 'v3',
    description: 'Line one\nLine two\t"quoted", and more',
    notes: 'Zoë said: «ja»',
    appliedOn: '2026-04-20',
    respondedOn: '2026-04-25',
    archivedAt: '2026-05-30T10:00:00+02:00',
  })
  const bare = await made('/v1/applications', { roleTitle: 'Only a wish' })
  const silent = await made('/v1/applications', { company: 'Brightwater', appliedOn: '2026-03-09' })
  const offered = await made('/v1/applications', { company: 'Lindgren Optics', appliedOn: '2026-03-02' })

  const pitch = await made('/v1/pitches', {
    title: 'Two minutes',
    text: 'I keep things running.',
    archivedAt: '2026-05-02T08:00:00+02:00',
  })
  const better = await made('/v1/pitches', { title: 'One minute', text: 'Things run.', previousId: pitch })
  const interview = await made(`/v1/applications/${application}/interviews`, {
    kind: 'technical',
    format: 'video',
    label: 'Rig talk',
    pitchId: better,
    startsAt: '2026-05-06T13:00:00+02:00',
    durationMinutes: 60,
    timeZone: 'Europe/Oslo',
    location: 'Room 4',
    meetingUrl: 'https://meet.example/x',
    interviewers: [{ name: 'Ola', title: 'Lead' }, { name: 'Kari' }],
    result: 'not_advanced',
    heardBackOn: '2026-05-20',
    notes: 'Two hours',
  })
  await made(`/v1/applications/${application}/interviews`, {
    heldOn: '2026-05-12',
    round: 7,
    status: 'missed',
  })
  const undated = await made(`/v1/applications/${offered}/interviews`, { kind: 'final' })
  await made(`/v1/applications/${bare}/interviews`, { startsAt: '2026-07-01T09:00:00Z' })
  const question = await made(`/v1/interviews/${interview}/questions`, {
    prompt: 'How do you validate a test rig?',
    kind: 'technical',
    topic: 'measurement',
    answered: 'knew_but_could_not_show',
    notes: 'Three steps',
  })
  await made(`/v1/interviews/${interview}/questions`, { prompt: 'Why us?' })
  await made(`/v1/interviews/${undated}/questions`, {
    prompt: 'Salary?',
    kind: 'compensation',
    answered: 'well',
  })

  await put(`/v1/applications/${offered}/offer`, {
    receivedOn: '2026-04-01',
    respondBy: '2026-04-10',
    salary: { amount: 6_000_000, currency: 'EUR', period: 'year' },
    notes: 'By mail',
  })
  await put(`/v1/applications/${offered}/outcome`, {
    kind: 'rejected',
    reasons: [{ code: 'own_spoke_too_fast' }],
  })
  await put(`/v1/applications/${offered}/outcome`, {
    kind: 'offer_declined',
    decidedOn: '2026-04-09',
    reasons: [{ code: 'compensation_declined', evidence: 'public_information', notes: 'Too low' }],
    doorOpen: true,
  })
  await put(`/v1/applications/${application}/outcome`, {
    kind: 'rejected',
    learnedOn: '2026-05-20',
    reasons: [
      { code: 'own_the_night_shift', evidence: 'stated_by_employer' },
      { code: 'could_not_show_knowledge', evidence: 'inferred' },
    ],
    employerFeedback: 'We liked you.\nBut.',
    anythingToLearn: true,
  })
  await put(`/v1/applications/${silent}/outcome`, { kind: 'no_response' })
  await client.delete(`/v1/applications/${silent}/outcome`)
  await client.delete(`/v1/reasons/${spare}`)

  const plan = await made('/v1/plans', { if: 'they ask why', then: 'I pause', status: 'dropped' })
  await made(`/v1/plans/${plan}/reviews`, { tried: false, notes: 'No chance' })
  const reflection = await made('/v1/reflections', { subject: { interviewId: interview }, private: true })
  const answers = `/v1/reflections/${reflection}/answers`
  await made(answers, { step: 'went_well', text: 'I was calm.' })
  await made(answers, { step: 'went_well', text: 'My questions landed.' })
  await client.post(`/v1/reflections/${reflection}/skips`, { step: 'did_not_go_well' })
  const plan2 = { if: 'they ask how', then: 'I name three steps' }
  await made(answers, { step: 'do_differently', text: 'Say the steps.', plan: plan2 })
  await made(answers, { step: 'did_not_go_well', text: 'I lost the thread.', questionId: question })
  await client.post(`/v1/reflections/${reflection}/completion`)
  const [made2] = (await client.get('/v1/plans?status=open')).body.data
  await made(`/v1/plans/${made2.id}/reviews`, { tried: true, helped: 'unsure', interviewId: undated })
  const about = await made('/v1/reflections', { subject: { applicationId: offered } })
  await made(`/v1/reflections/${about}/answers`, { step: 'went_well', text: 'An offer.' })
  await client.post(`/v1/reflections/${about}/skips`, { step: 'did_not_go_well' })
  const week = await made('/v1/reflections', { subject: { from: '2026-05-04', to: '2026-05-10' } })
  await made(`/v1/reflections/${week}/answers`, {
    step: 'went_well',
    text: 'One talk.',
    questionId: question,
  })
  await made('/v1/reflections', { subject: { interviewId: undated } })

  const item = await made('/v1/study-items', {
    prompt: 'How do you calibrate?',
    mode: 'rehearse',
    topic: 'optics',
    answerNotes: 'Twice.',
  })
  const same = await made('/v1/study-items', { prompt: 'How does one calibrate?' })
  for (const rating of ['good', 'easy']) await made(`/v1/study-items/${item}/reviews`, { rating })
  const again = { prompt: 'How do you calibrate?', answered: 'partly' }
  const today = await made(`/v1/applications/${bare}/interviews`, { heldOn: '2026-06-01', kind: 'final' })
  await made(`/v1/interviews/${today}/questions`, again)
  await made(`/v1/study-items/${same}/reviews`, { rating: 'again' })
  await made(`/v1/study-items/${item}/merges`, { from: same })
  await made('/v1/study-items', { prompt: 'What is your notice period?' })
  await made('/v1/notes', { text: 'Mornings work better.' })
  await made('/v1/notes', { subject: { applicationId: silent }, text: 'Hm.', visibility: 'shared' })
  await made('/v1/notes', { subject: { interviewId: interview }, text: 'Water!' })
  const subjects = [{ applicationId: silent }, { interviewId: interview }, { questionId: question }, null]
  const [done, withdrawn] = await Promise.all(
    subjects.map((subject) =>
      made('/v1/assignments', { subject, text: 'Say it\naloud.', dueOn: '2026-06-12' }),
    ),
  )
  await client.post(`/v1/assignments/${done}/completion`)
  await client.post(`/v1/assignments/${withdrawn}/withdrawal`)
  const session = await made('/v1/coaching-sessions', {
    startsAt: '2026-05-20T15:00:00Z',
    durationMinutes: 45,
    timeZone: 'Europe/Amsterdam',
    meetingUrl: 'https://meet.example/robin',
    status: 'held',
    notes: 'It went better\nthan it felt.',
  })
  await made(`/v1/coaching-sessions/${session}/actions`, { text: 'Write to them.' })
  await made('/v1/coaching-sessions', { startsAt: '2026-07-01T15:00:00Z' })
  await made('/v1/pauses', { from: '2026-01-01', to: '2026-01-14', notes: 'By the sea' })
  await made('/v1/pauses', { from: '2026-07-01' })
  await made('/v1/wins', { text: 'I asked\nfor time.', on: '2026-05-07' })
  await bringIn(client, TABLE)
}

/** Imports a table. */
export const bringIn = (client: Client, table: string, query = '') =>
  client.send('POST', `/v1/imports${query}`, { payload: table, headers: { 'content-type': 'text/csv' } })
