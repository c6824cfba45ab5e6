/** What a cell holds. */
export type Cell = string | number | null

/** A code in plain words: `no_response` is `no response`. */
export const words = (code: string | null): string | null => code?.replaceAll('_', ' ') ?? null

/** The reasons of an outcome, each with how it is known. */
export const reasonWords = (reasons: readonly { code: string; evidence: string }[] | undefined): string =>
  (reasons ?? [])
    .map(({ code, evidence }) => {
      const reason = words(code.replace(/^own_/, ''))
      return evidence === 'unknown' ? reason : `${reason} (${words(evidence)})`
    })
    .join('; ')

/** A table as its columns: a heading each, and what stands beneath it. */
export type Columns<Row> = readonly (readonly [heading: string, cellOf: (row: Row) => Cell])[]

export const headingsOf = <Row>(columns: Columns<Row>): string[] => columns.map(([heading]) => heading)

export const cellsOf = <Row>(columns: Columns<Row>, row: Row): Cell[] =>
  columns.map(([, cellOf]) => cellOf(row))
