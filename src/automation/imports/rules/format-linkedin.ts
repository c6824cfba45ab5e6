import { type Format, hasAll } from './format.ts'

/** Its archive is known to the letter; "Contact Email" and the phone are the candidate's own. */
export const LINKEDIN: Format = {
  meaning: '`Job Applications.csv` or `Saved Jobs.csv` of the archive that LinkedIn hands out.',
  recognises: (headings) =>
    hasAll(headings, 'application date', 'company name', 'job title', 'job url', 'resume name') ||
    (hasAll(headings, 'saved date', 'job url', 'job title', 'company name') && headings.size === 4),
  // The month stands first, whatever the days happen to be.
  dateOrder: 'month_first',
  fields: {
    'application date': 'appliedOn',
    'saved date': 'savedOn',
    'contact email': 'other',
    'contact phone number': 'other',
    'company name': 'company',
    'job title': 'roleTitle',
    'job url': 'url',
    'resume name': 'resumeVersion',
    'question and answers': 'other',
  },
}
