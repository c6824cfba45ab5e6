import type { PictureTexts } from '../pictures.ts'
import { count, days, interval, percent } from './en-words.ts'

type Comeback = PictureTexts['comeback']
type Time = Parameters<Comeback['readings']['time']>[0]
type Share = { value: number | null; low: number | null; high: number | null }

const timeInterval = ({ low, high }: Time): string[] => {
  if (low === null) return []
  return [high === null ? `95 % interval from ${days(low)} on.` : `95 % interval ${low} to ${days(high)}.`]
}

const within = (number: number): string => (number === 0 ? 'on the same day' : `within ${days(number)}`)

/** A rate with its interval, or that there is none. */
const shareText = ({ value, low, high }: Share): string => {
  if (value === null) return 'Too few for a rate.'
  return low === null || high === null
    ? `Rate: ${percent(value)}.`
    : `Rate: ${percent(value)}; ${intervalText(low, high)}`
}
const intervalText = (low: number, high: number) => `95 % interval ${interval(low, high)}.`

const timeText = ({ medianDays, events, censored }: Time): string => {
  const all = events + censored
  if (all === 0) return 'Nothing to time yet.'
  if (medianDays !== null) return `Half were back ${within(medianDays)}.`
  return all < 3 ? `${count(events)} of ${count(all)} came back so far.` : 'Fewer than half are back so far.'
}

const outOf = (part: number, whole: number) => `${count(part)} of ${count(whole)}.`

/** What the picture of the comeback profile says in English. */
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
      notes: [
        `${count(time.events)} back, ${count(time.censored)} not yet${undated > 0 ? `, ${count(undated)} without a day` : ''}.`,
        ...timeInterval(time),
      ],
    }),
    within: ({ days: limit, value, low, high, events, atRisk }, unwatched) => ({
      heading: `Back within ${days(limit)}`,
      text: value === null ? 'Too few for a rate.' : `Rate: ${percent(value)}.`,
      notes: [
        ...(low === null || high === null ? [] : [intervalText(low, high)]),
        `${count(events)} back by then, ${count(atRisk)} watched that long.`,
        ...(unwatched > 0 ? [`${count(unwatched)} watched for less, and not back.`] : []),
      ],
    }),
    reflected: ({ successes, trials, ...share }) => ({
      heading: 'Looked back, and made a plan',
      text: trials === 0 ? 'None to look back on.' : outOf(successes, trials),
      notes: trials === 0 ? [] : [shareText(share)],
    }),
    plans: ({ successes, trials, ...share }, { yes, no, unsure, notSaid }) => ({
      heading: 'Plans tried at the next interview',
      text: trials === 0 ? 'None was due yet.' : outOf(successes, trials),
      notes:
        trials === 0
          ? []
          : [
              shareText(share),
              `Helped: yes ${count(yes)}, no ${count(no)}, unsure ${count(unsure)}, not said ${count(notSaid)}.`,
            ],
    }),
    questions: (recovered, missed, time) => ({
      heading: 'Missed questions, now ready',
      text: missed === 0 ? 'None was missed.' : outOf(recovered, missed),
      notes:
        time.medianDays === null
          ? []
          : [`Half were ready ${within(time.medianDays)}.`, ...timeInterval(time)],
    }),
  },
}
