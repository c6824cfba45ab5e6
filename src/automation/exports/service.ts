import { type Context, snapshot } from '../../context.ts'
import { getOwnAccount, todayOf } from '../../identity/accounts/service.ts'
import { listWholeTimeline } from '../../journal/timeline/service.ts'
import { writeCsv } from '../../platform/csv-writing.ts'
import { everyPage } from '../../platform/lists.ts'
import { dayIn, timeIn } from '../../platform/time-zones.ts'
import { writeJournal } from '../journal-files/service.ts'
import { APPLICATION_COLUMNS, type Round } from './rules/applications-sheet.ts'
import { TIMELINE_COLUMNS } from './rules/timeline-sheet.ts'
import { type Cell, type Columns, cellsOf, headingsOf } from './rules/words.ts'
import { type ApplicationRow, type InterviewRow, listApplications, listBeneath, listNames } from './store.ts'

const CSV = 'text/csv'

const named = async (ctx: Context, name: string, ending: string) =>
  `afterview-${name}-${await todayOf(ctx)}.${ending}`

/** Everything that was recorded, to keep or to bring in elsewhere. */
export const exportJournal = async (ctx: Context) => ({
  name: await named(ctx, 'journal', 'json'),
  type: 'application/json',
  pieces: writeJournal(ctx),
})

const tableOf = async <Line>(
  ctx: Context,
  name: string,
  columns: Columns<Line>,
  linesOf: (at: Context) => AsyncIterable<Line[]>,
) => ({
  name: await named(ctx, name, 'csv'),
  type: CSV,
  pieces: snapshot(ctx, (at) => writeCsv(headingsOf(columns), cellsIn(columns, linesOf(at)))),
})

async function* cellsIn<Line>(
  columns: Columns<Line>,
  pages: AsyncIterable<Line[]>,
): AsyncGenerator<Cell[][]> {
  for await (const lines of pages) yield lines.map((line) => cellsOf(columns, line))
}

const roundOf =
  (timeZone: string) =>
  ({ status, heldOn, startsAt }: InterviewRow): Round => ({
    status,
    day: startsAt ? dayIn(timeZone, startsAt) : heldOn,
    time: startsAt && timeIn(timeZone, startsAt),
  })

const byApplication = <Row extends { applicationId: string }>(rows: Row[]) =>
  Map.groupBy(rows, ({ applicationId }) => applicationId)

async function* applicationLines(at: Context) {
  const { db, accountId, now } = at
  const { timeZone } = await getOwnAccount(at)
  const today = dayIn(timeZone, now)
  const lineOf = (application: ApplicationRow, beneath: Awaited<ReturnType<typeof group>>) => ({
    application,
    rounds: (beneath.interviews.get(application.id) ?? []).map(roundOf(timeZone)),
    offer: beneath.offers.get(application.id)?.[0],
    outcome: beneath.outcomes.get(application.id)?.[0],
    today,
    archivedOn: application.archivedAt && dayIn(timeZone, application.archivedAt),
  })
  const group = async (ids: string[]) => {
    const { interviews, offers, outcomes } = await listBeneath(db, accountId, ids)
    return {
      interviews: byApplication(interviews),
      offers: byApplication(offers),
      outcomes: byApplication(outcomes),
    }
  }
  for await (const page of everyPage((place) => listApplications(db, accountId, place))) {
    const beneath = await group(page.map(({ id }) => id))
    yield page.map((application) => lineOf(application, beneath))
  }
}

/** A line for each application. */
export const exportApplications = (ctx: Context) =>
  tableOf(ctx, 'applications', APPLICATION_COLUMNS, applicationLines)

const ENTRIES_AT_ONCE = 5_000

async function* timelineLines(at: Context) {
  const { db, accountId } = at
  const { timeZone } = await getOwnAccount(at)
  const entries = everyPage((place) => listWholeTimeline(at, place), {
    limit: ENTRIES_AT_ONCE,
    sortedBy: ({ place }) => place,
  })
  for await (const page of entries) {
    const ids = [...new Set(page.map(({ applicationId }) => applicationId))]
    const names = new Map((await listNames(db, accountId, ids)).map((it) => [it.id, it]))
    yield page.map((entry) => ({
      entry,
      time: entry.at && timeIn(timeZone, entry.at),
      names: names.get(entry.applicationId),
    }))
  }
}

/** A line for everything that happened with any application, from the beginning on. */
export const exportTimeline = (ctx: Context) => tableOf(ctx, 'timeline', TIMELINE_COLUMNS, timelineLines)
