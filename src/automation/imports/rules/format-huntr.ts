import { type Format, hasAny } from './format.ts'

/** Its lists may be renamed and added to, so their names are read as any words for a state. */
export const HUNTR: Format = {
  meaning: 'The board of Huntr as CSV; its lists are the states.',
  recognises: (headings) =>
    headings.has('list') &&
    hasAny(headings, 'company', 'employer') &&
    hasAny(headings, 'title', 'job title') &&
    hasAny(headings, 'date applied', 'date added'),
  fields: {
    company: 'company',
    employer: 'company',
    title: 'roleTitle',
    'job title': 'roleTitle',
    list: 'state',
    'date applied': 'appliedOn',
    'date added': 'savedOn',
    source: 'source',
    salary: 'salary',
    description: 'description',
    notes: 'notes',
  },
}
