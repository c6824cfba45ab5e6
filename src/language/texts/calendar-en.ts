import type { CalendarTexts } from '../calendar.ts'

const placed = ({ company, roleTitle }: { company: string | null; roleTitle: string | null }): string =>
  [roleTitle, company].filter(Boolean).join(' at ')

/** The entries of a calendar in English. */
export const calendarEnglish: CalendarTexts = {
  name: 'Afterview',
  interview: ({ kind, label, round, ...place }) => {
    const what = label ?? (kind === 'other' ? null : kind.replaceAll('_', ' '))
    return `Interview (${what ? `${what}, ` : ''}round ${round}): ${placed(place)}`
  },
  coachingSession: 'Coaching session',
  followUp: ({ text, ...place }) => `Next step: ${text} (${placed(place)})`,
}
