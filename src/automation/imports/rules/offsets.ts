/** A day and a time of day. */
export type Moment = { on: string; time: string }

const NAMED = /^ ?\(?(?:z|utc|gmt)(?![a-z]| ?[+-]?\d)/
const OFFSET = /^ ?(?:\(?(utc|gmt))? ?([+-])(\d{1,2})(?:(:?)(\d{2}))?(?![\d:a-z])/

const FURTHEST = 14 * 60

/**
 * The minutes by which a clock is ahead of UTC, where that stands right behind it: `Z`, `+02:00`, `GMT-5`.
 *
 * @param stamped whether the clock is one of a time stamp: `10:00-11:00` says until when, `10:00:00-05:00` does not.
 */
export const readOffset = (text: string, stamped: boolean): { offset: number | null; rest: string } => {
  const named = NAMED.exec(text)
  if (named !== null) return { offset: 0, rest: text.slice(named[0].length) }
  const [all = '', zone, sign, hours = '', colon, minutes = '0'] = OFFSET.exec(text) ?? []
  const sure = zone !== undefined || (hours.length === 2 && (stamped || sign === '+' || colon === ''))
  const ahead = Number(hours) * 60 + Number(minutes)
  if (all === '' || !sure || ahead > FURTHEST || Number(minutes) % 15 !== 0)
    return { offset: null, rest: text }
  return { offset: sign === '-' ? -ahead : ahead, rest: text.slice(all.length) }
}

/** The same moment in UTC. */
export const inUtc = ({ on, time }: Moment, offset: number): Moment => {
  const [day = '', clock = ''] = new Date(Date.parse(`${on}T${time}Z`) - offset * 60_000)
    .toISOString()
    .split('T')
  return { on: day, time: clock.slice(0, 5) }
}
