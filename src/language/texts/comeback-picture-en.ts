import type { PictureTexts } from '../pictures.ts'
import { count, days, interval, percent } from './en-words.ts'

type Comeback = PictureTexts['comeback']
type Time = Parameters<Comeback['readings']['time']>[0]

const daysBetween = ({ low, high }: Time): string => {
  if (low === null) return ''
  return high === null ? `; 95 % interval from ${days(low)} on` : `; 95 % interval ${low} to ${days(high)}`
}

/** What a rate rests on, or that there is none. */
const restsOn = (value: number | null, low: number | null, high: number | null): string =>
  value === null || low === null || high === null
    ? 'Too few for a rate.'
    : `${percent(value)}; 95 % interval ${interval(low, high)}.`

const timeText = ({ medianDays, events, censored }: Time): string => {
  if (events + censored === 0) return 'Nothing to time yet.'
  if (medianDays !== null) return `Half were back within ${days(medianDays)}.`
  return events + censored < 3
    ? `${count(events)} of ${count(events + censored)} came back.`
    : 'Not yet half are back.'
}

export const comebackPictureEnglish: Comeback = {
  title: 'The way back after a no',
  basis: (n) =>
    `n = ${count(n)} ${n === 1 ? 'application' : 'applications'} with an interview and then a no, or silence`,
  empty: ['There is no way back to show here yet.', 'It begins with the next step after a no.'],
  axes: {
    share: 'Share that took a next step',
    days: 'Days since learning of it',
    watched: 'Not back yet, and still watched:',
    tick: 'watched until here, not back by then',
    beyond: (number) => `${count(number)} watched for longer than shown`,
  },
  noCurve: 'Below 3 there is no curve. The counts stand alone.',
  readings: {
    time: (time, undated) => ({
      heading: 'Time to the next step',
      text: timeText(time),
      note:
        `${count(time.events)} back, ${count(time.censored)} not yet${daysBetween(time)}` +
        `${undated > 0 ? `. ${count(undated)} without a day` : ''}.`,
    }),
    within: ({ days: limit, value, low, high, events, atRisk }) => ({
      heading: `Back within ${days(limit)}`,
      text: restsOn(value, low, high),
      note: `${count(events)} back by then; ${count(atRisk)} watched that long.`,
    }),
    reflected: ({ successes, trials, value, low, high }) => ({
      heading: 'Looked back, and made a plan',
      text: `${count(successes)} of ${count(trials)} times.`,
      note: restsOn(value, low, high),
    }),
    plans: ({ successes, trials, value, low, high }, { yes, no, unsure, notSaid }) => ({
      heading: 'Plans tried at the next interview',
      text: `${count(successes)} of ${count(trials)}. Helped: ${count(yes)} yes, ${count(no)} no, ${count(unsure + notSaid)} open.`,
      note: restsOn(value, low, high),
    }),
    questions: (recovered, missed, time) => ({
      heading: 'Missed questions, now ready',
      text: `${count(recovered)} of ${count(missed)}.`,
      note:
        time.medianDays === null
          ? 'No typical time yet.'
          : `Half were ready within ${days(time.medianDays)}${daysBetween(time)}.`,
    }),
  },
}
