import { type Format, hasAll } from './format.ts'

/** Our own table of applications. What a table cannot bring back stands in the notes. */
export const AFTERVIEW: Format = {
  meaning: 'The applications of this service as CSV.',
  recognises: (headings) =>
    hasAll(headings, 'company', 'role', 'stage', 'outcome', 'applied on', 'source kind', 'external id', 'id'),
  words: { responded: 'applied' },
  fields: {
    company: 'company',
    role: 'roleTitle',
    stage: 'state',
    outcome: 'state',
    'applied on': 'appliedOn',
    'responded on': 'respondedOn',
    'further interviews': 'interviewOn',
    'offer received on': 'offerOn',
    'decision date': 'decidedOn',
    reasons: 'feedback',
    'employer feedback': 'feedback',
    url: 'url',
    location: 'location',
    'work mode': 'workMode',
    'employment type': 'employmentType',
    source: 'source',
    'source kind': 'sourceChannel',
    'salary minimum': 'salaryMinimum',
    'salary maximum': 'salaryMaximum',
    'salary currency': 'salaryCurrency',
    'salary period': 'salaryPeriod',
    tags: 'tags',
    contacts: 'contacts',
    'resume version': 'resumeVersion',
    notes: 'notes',
    id: 'applicationId',
    ...Object.fromEntries(
      ['learned on', 'priority', 'next step', 'next step due on', 'archived on'].map((name) => [
        name,
        'other',
      ]),
    ),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((round) => [`interview ${round}`, 'interviewOn'])),
  },
}
