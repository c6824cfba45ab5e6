/** A day and a time of day. */
export type Moment = { on: string; time: string }

/** The minutes by which a clock is ahead of UTC, or the name of an IANA zone. */
type Zone = number | string

/** `zone` is null where none stands beside the clock, and undefined where one does that cannot be read. */
export type ZoneReading = { zone: Zone | null | undefined; rest: string }

const NAMED = /^ ?[([]?!?(?:z|zulu|utc|gmt)(?![a-z]| ?[+−-]?\d)\]?/
const OFFSET = /^ ?(?:\(?(utc|gmt)|(\[!?))? ?([+−-])(\d{1,2})(?:(:?)(\d{2}))?(?![\d:a-z])\]?/
const PLACE =
  /^ ?[([]?!?((?:africa|america|antarctica|arctic|asia|atlantic|australia|canada|etc|europe|indian|pacific|us)\/[a-z0-9_+/-]{1,40})\]?/
const LETTERS =
  'acdt|acst|adt|aedt|aest|akdt|akst|ast|awst|bst|cat|cdt|cest|cet|cst|cst6cdt|ct|eat|edt|eest|eet|est|est5edt|et|hkt|hst|idt|ist|jst|kst|mdt|mesz|mez|msk|mst|mst7mdt|mt|ndt|nst|nzdt|nzst|pdt|pht|pkt|pst|pst8pdt|pt|sast|sgt|wat|west|wet|wib'
const SHORT = new RegExp(
  `^ ?[([]?(${LETTERS}|(?:eastern|central|mountain|pacific)(?:(?: standard| daylight)? time|$))(?![a-z0-9])\\]?`,
)
const BESIDE = /^(?: ?\[!?(?:utc|[a-z]+\/[a-z0-9_+/-]{1,40}|u-ca=[a-z0-9]{1,20})\])+/
/** Until when: the zone of both stands behind the second. */
const UNTIL = /^ ?(?:[-–]|to|bis) ?\d{1,2}(?::\d{2}| ?(?=[ap]\.?m(?![a-z])))(?: ?[ap]\.?m(?![a-z])\.?)?(?!\d)/
const OCLOCK = /^ ?(?:uhr|hrs?|h)(?![a-z])/

const FURTHEST = 14 * 60

/**
 * The zone that stands right behind a clock: `Z`, `+02:00`, `GMT-5`, `[Europe/Berlin]`. Letters such as `PST` name no
 * offset for sure.
 *
 * @param begins the minutes of the day that the clock says, or null where it is one of a time stamp: `10:00-11:00` says
 *   until when, which is later; `10:00-05:00` and `10:00:00-11:00` do not.
 * @param written the cell as it stands: small letters may be any word.
 */
export const readZone = (text: string, begins: number | null, written: string): ZoneReading => {
  const behind = text.replace(OCLOCK, '')
  const found = zoneIn(behind, begins, written) ?? zoneIn(behind.replace(UNTIL, ''), begins, written)
  return found ? { ...found, rest: found.rest.replace(BESIDE, '') } : { zone: null, rest: text }
}

const zoneIn = (text: string, begins: number | null, written: string): ZoneReading | null =>
  readNamed(text) ?? readOffset(text, begins) ?? readPlace(text) ?? readLetters(text, written)

const readNamed = (text: string): ZoneReading | null => {
  const found = NAMED.exec(text)
  return found && { zone: 0, rest: text.slice(found[0].length) }
}

const readOffset = (text: string, begins: number | null): ZoneReading | null => {
  const [all, zone, bracket, sign = '', hours = '', colon, minutes] = OFFSET.exec(text) ?? []
  if (all === undefined) return null
  const rest = text.slice(all.length)
  const named = (zone ?? bracket) !== undefined
  const ahead = Number(hours) * 60 + Number(minutes ?? 0)
  const written = hours.length === 2 && minutes !== undefined
  const isUntil = sign === '-' && begins !== null && !(written && (colon === '' || ahead <= begins))
  const isCount = minutes === undefined && /^ ?[a-z]/.test(rest)
  if (!named && (isUntil || isCount)) return null
  const real = ahead <= FURTHEST && Number(minutes ?? 0) % 15 === 0 && (named || hours.length === 2)
  return { zone: real ? (sign === '+' ? ahead : -ahead) : undefined, rest }
}

const readPlace = (text: string): ZoneReading | null => {
  const [all = '', name] = PLACE.exec(text) ?? []
  if (name === undefined) return null
  return { zone: clockOf(name) && name, rest: text.slice(all.length) }
}

const readLetters = (text: string, written: string): ZoneReading | null => {
  const [all = '', letters] = SHORT.exec(text) ?? []
  if (letters === undefined) return null
  const rest = text.slice(all.length)
  const capitals = new RegExp(`(?<!\\p{L})${letters.toUpperCase()}(?!\\p{L})`, 'u')
  return letters.includes(' ') || rest === '' || capitals.test(written) ? { zone: undefined, rest } : null
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Undefined where there is no such zone. */
const clockOf = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    const clock =
      clocks.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    clocks.set(timeZone, clock)
    return clock
  } catch {
    return undefined
  }
}

const aheadAt = (clock: Intl.DateTimeFormat | undefined, at: number): number => {
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(clock?.format(at) ?? '') ?? []
  const ahead = Number(hours) * 60 + Number(minutes)
  return sign === '-' ? -ahead : ahead
}

const DAY_MS = 86_400_000

/** A time that a change of clocks skips is read as if they had not changed; one that comes twice is the first of the two. */
const aheadIn = (zone: string, at: number): number => {
  const clock = clockOf(zone)
  const [before = 0, after = 0] = [at - DAY_MS, at + DAY_MS].map((near) => aheadAt(clock, near))
  return [before, after].find((ahead) => aheadAt(clock, at - ahead * 60_000) === ahead) ?? before
}

/** The same moment in UTC. */
export const inUtc = ({ on, time }: Moment, zone: Zone): Moment => {
  const at = Date.parse(`${on}T${time}Z`)
  const ahead = typeof zone === 'number' ? zone : aheadIn(zone, at)
  const [day = '', clock = ''] = new Date(at - ahead * 60_000).toISOString().split('T')
  return { on: day, time: clock.slice(0, 5) }
}
