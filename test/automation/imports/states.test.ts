import { test } from 'tap'
import { readNoteState } from '../../../src/automation/imports/rules/note-states.ts'
import { readState } from '../../../src/automation/imports/rules/states.ts'

const axes = (text: string) => {
  const state = readState(text)
  return state === null ? null : [state.reached, state.ending]
}

const note = (text: string) => {
  const state = readNoteState(text)
  return state === null ? null : [state.reached, state.ending]
}

test('one word says how far or how it ended', async (t) => {
  t.same(axes('Applied'), ['applied', null])
  t.same(axes('Bookmarked'), ['saved', null])
  t.same(axes('Interviewing'), ['interviewing', null])
  t.same(axes('Ghosted'), [null, 'no_response'])
  t.same(axes('Not selected'), [null, 'rejected'])
  t.same(axes('Position Removed'), [null, 'role_closed'])
  t.same(axes('Hired'), ['offered', 'offer_accepted'])
  t.same(axes('Offer rescinded'), ['offered', 'offer_rescinded'])
})

test('two axes in one cell are told apart', async (t) => {
  t.same(axes('Inter + Rejec'), ['interviewing', 'rejected'])
  t.same(axes('Interviewing - Hiring freeze'), ['interviewing', 'role_closed'])
  t.same(axes('Phone screen / ghosted'), ['interviewing', 'no_response'])
  t.same(axes('Offer, declined'), ['offered', 'own_no'])
  t.same(axes('Applied > Rejected'), ['applied', 'rejected'])
})

test("the candidate's own no is not the employer's", async (t) => {
  for (const own of [
    'Turn down',
    'Withdrew',
    'Declined',
    'Not interested',
    'RejectedByCandidate',
    'I rejected them',
  ]) {
    t.same(axes(own), [null, 'own_no'], own)
  }
  for (const theirs of ['Declined by company', 'They declined', 'Rejected', 'RejectedByOrg', 'Not hired']) {
    t.same(axes(theirs), [null, 'rejected'], theirs)
  }
})

test('the soft no leaves the door open', async (t) => {
  for (const soft of ['CV retained', 'No project for now', 'Keep in touch', 'Vivier']) {
    t.match(readState(soft), { ending: 'rejected', doorOpen: true, whole: false }, soft)
  }
  t.equal(readState('Rejected')?.doorOpen, null)
})

test('a negation is not what it negates', async (t) => {
  t.same(axes('No response yet'), ['applied', null])
  t.same(axes('Not applied yet'), ['saved', null])
  t.same(axes('Rejected without interview'), [null, 'rejected'])
  t.same(axes('Not rejected, no interview'), [null, null])
})

test('French, German and Spanish words are known', async (t) => {
  t.same(axes('Refusé'), [null, 'rejected'])
  t.same(axes('En attente'), ['applied', null])
  t.same(axes('Entretien passé'), ['interviewing', null])
  t.same(axes('Sans réponse'), [null, 'no_response'])
  t.same(axes('Absage'), [null, 'rejected'])
  t.same(axes('Beworben'), ['applied', null])
  t.same(axes('Rechazado'), [null, 'rejected'])
})

test('words that say no state, or an ending without saying which, are not read', async (t) => {
  for (const text of ['Closed', 'Archived', 'On hold', 'Kim told me', '42', ''])
    t.equal(axes(text), null, text)
})

test('words beyond the state are seen', async (t) => {
  t.equal(readState('Rejected')?.whole, true)
  t.equal(readState('Interviewed, then rejected')?.whole, true)
  t.equal(readState('Rejected by Kim')?.whole, false)
  t.equal(readState('In process')?.whole, false)
  t.equal(readState('Interview scheduled')?.interview?.status, 'scheduled')
})

test('a short note tells the state by what opens a clause', async (t) => {
  t.same(note('Not hired'), [null, 'rejected'])
  t.same(note('Offered the job, declined'), ['offered', 'own_no'])
  t.same(note('Video test first. I declined. A mail says I was not selected'), [null, 'own_no'])
  t.same(note('Interviewed, but the recruiting for this posting was cancelled.'), [
    'interviewing',
    'role_closed',
  ])
  t.same(note('Interviewing'), ['interviewing', null])
  t.equal(readNoteState('Turned down the interview, too far')?.turnedInterviewDown, true)
})

test('a note that only mentions such words tells no state', async (t) => {
  for (const text of [
    'Referred to hiring manager 08/05',
    'Kim was rejected here last year',
    'They declined my request to move the call',
    'Position on hold',
    'sorry that you have decided not to continue',
    'send the tailored resume',
  ]) {
    t.equal(note(text), null, text)
  }
})
