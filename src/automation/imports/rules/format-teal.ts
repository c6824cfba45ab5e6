import { type Format, hasAll, hasAny } from './format.ts'

export const TEAL: Format = {
  meaning: 'The job tracker of Teal as CSV.',
  // The first three head many a home-made sheet.
  recognises: (headings) =>
    hasAll(headings, 'company name', 'job title', 'status') &&
    hasAny(headings, 'date saved', 'job source') &&
    hasAny(headings, 'date saved', 'date applied'),
  fields: {
    'company name': 'company',
    'job title': 'roleTitle',
    status: 'state',
    'date applied': 'appliedOn',
    'date saved': 'savedOn',
    'job source': 'source',
    url: 'url',
    salary: 'salary',
    deadline: 'other',
    'follow up': 'other',
    excitement: 'other',
    notes: 'notes',
  },
  // The step between bookmarked and applied: nothing was sent yet.
  words: { applying: 'saved' },
}
