import type { PictureTexts } from '../pictures.ts'
import { listed } from './en-words.ts'

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const day = (text: string): string => DAY.format(new Date(text))

const count = (number: number): string => number.toLocaleString('en')

const LEFT_OUT: Record<string, string> = {
  filtered_out: 'by the filter',
  outside_period: 'outside the period',
  not_sent: 'not sent yet',
  no_interview_held: 'without an interview',
}

const NODES: Record<string, string> = {
  saved: 'Saved only',
  applied: 'Applied',
  responded: 'Heard back',
  round_1: 'Round 1',
  round_2: 'Round 2',
  round_3: 'Round 3',
  round_4: 'Round 4',
  round_5: 'Round 5 or more',
  offered: 'Offer',
  accepted: 'Accepted',
  open: 'Still open',
  offer_declined: 'Offer declined',
  offer_rescinded: 'Offer taken back',
  rejected: 'They said no',
  no_response: 'No answer',
  withdrawn: 'Stepped back',
  role_closed: 'Role closed',
}

export const picturesEnglish: PictureTexts = {
  brand: 'Afterview',
  count,
  period: ({ from, to, today }) => {
    const end = day(to ?? today)
    return from === null ? `All records up to ${end}` : `${day(from)} to ${end}`
  },
  leftOut: (excluded) =>
    excluded.length === 0
      ? null
      : `Left out: ${listed(excluded.map((it) => `${count(it.count)} ${LEFT_OUT[it.code] ?? 'for other reasons'}`))}.`,
  smallSample: 'These are fewer than 10. Read them with care.',
  empty: (leftOut) =>
    leftOut
      ? ['Nothing here fits what was asked for.', 'A longer period may show more.']
      : ['There is nothing to show here yet.', 'One application is enough to begin.'],
  flow: {
    title: 'Where the applications went',
    basis: ({ n, open }) =>
      `n = ${count(n)} ${n === 1 ? 'application' : 'applications'}, ${count(open)} still open`,
    node: (id) => NODES[id] ?? id,
    description: (nodes) => `${nodes.map(([name, number]) => `${name}: ${count(number)}`).join('; ')}.`,
  },
}
