import { type Format, hasAll } from './format.ts'

export const SIMPLIFY: Format = {
  meaning: 'The job tracker of Simplify as CSV.',
  recognises: (headings) =>
    hasAll(headings, 'job title', 'company name', 'applied date', 'status', 'status date', 'archived') ||
    (hasAll(headings, 'job', 'company', 'applied', 'status') && headings.size === 4),
  fields: {
    job: 'roleTitle',
    'job title': 'roleTitle',
    company: 'company',
    'company name': 'company',
    'job url': 'url',
    applied: 'appliedOn',
    'applied date': 'appliedOn',
    status: 'state',
    'status date': 'stateOn',
    archived: 'state',
    'date archived': 'other',
    notes: 'notes',
  },
  isNothing: (heading, text) => heading === 'archived' && /^false$/i.test(text),
  words: { true: 'archived', screen: 'phone screen' },
}
