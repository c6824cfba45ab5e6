import type { PictureTexts } from '../pictures.ts'
import { comebackPictureEnglish } from './comeback-picture-en.ts'
import { count, interval, listed, percent } from './en-words.ts'

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const day = (text: string): string => DAY.format(new Date(text))

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
  round_5: 'Round 5+',
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

const STAGES: Record<string, string> = { ...NODES, interviewed: 'Interviewed' }

const applications = (n: number): string => `${count(n)} ${n === 1 ? 'application' : 'applications'}`

/** What pictures say in English. */
export const picturesEnglish: PictureTexts = {
  brand: 'Afterview',
  count,
  percent,
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
    basis: ({ n, open }) => `n = ${applications(n)}, ${count(open)} still open`,
    node: (id) => NODES[id] ?? id,
    link: (source, target, number) => `${source} to ${target}: ${count(number)}`,
    description: (nodes) => `${nodes.map(([name, number]) => `${name}: ${count(number)}`).join('; ')}.`,
  },
  funnel: {
    title: 'How far the applications came',
    basis: ({ n, open }) => `n = ${applications(n)} sent, ${count(open)} still open`,
    stage: (id) => STAGES[id] ?? id,
    headings: ['How many came this far, and what became of them', 'Of those decided, what share went on'],
    step: {
      advanced: (number) => `${count(number)} went on`,
      ended: (number) => `${count(number)} ended there`,
      ownChoice: (number) => `${count(number)} own choice`,
      open: (number) => `${count(number)} still open`,
    },
    rate: ({ successes, trials, low, high }, undated) => {
      if (trials === 0) return `None ${undated > 0 ? 'with a date ' : ''}is decided yet`
      const counts = `${count(successes)} of ${count(trials)} went on`
      return low === null || high === null
        ? `${counts}: too few for a rate`
        : `${counts}; 95 % interval ${interval(low, high)}`
    },
    undated: (undated) =>
      `${count(undated)} ${undated === 1 ? 'has' : 'have'} no date on which ${undated === 1 ? 'it was' : 'they were'} sent`,
    unanswered: (unanswered, { value, low, high }) => {
      const wait = `${count(unanswered)} open for over 60 days`
      return value === null || low === null || high === null
        ? wait
        : `${wait}; taken as a no: ${percent(value)} (${interval(low, high)})`
    },
    description: (stages, rates) =>
      [
        ...stages.map(([name, number]) => `${name}: ${count(number)}.`),
        ...rates.map((it) => `${it.join(': ')}.`),
      ].join(' '),
  },
  comeback: comebackPictureEnglish,
}
