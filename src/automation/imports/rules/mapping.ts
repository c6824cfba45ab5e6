import { FORMATS } from './formats.ts'
import { fieldsOf } from './headings.ts'
import { fold } from './text.ts'
import type { ColumnMapping, ImportField, ImportFormat, Table } from './types.ts'

type Guess = { heading: string; options: { field: ImportField; weak: boolean }[] }

/**
 * The client's own mapping stands; the rest is guessed from headings and cells. Several columns may name one field: a
 * row takes the first that is filled, the others stay in its notes. `unknown` are the headings that nothing was guessed for.
 */
export const guessMapping = (
  table: Table,
  format: ImportFormat,
  stated: ColumnMapping = {},
): { mapping: ColumnMapping; unknown: string[] } => {
  const given = new Map(Object.entries(stated).filter(([heading]) => table.headings.includes(heading)))
  const guesses = table.headings.flatMap((heading, index) => {
    const cells = table.rows.slice(0, 500).map((row) => row.cells[index] ?? '')
    return given.has(heading) ? [] : [{ heading, options: optionsOf(heading, cells, format) }]
  })
  const settled = new Map(given)
  assign(guesses, settled, ({ options }) => options.find(({ weak }) => !weak)?.field)
  assign(guesses, settled, ({ options }, taken) => {
    return options.find(({ field }) => field !== 'rolePart' && !taken.has(field))?.field
  })
  // "Discipline" and "Type" name the role only where nothing else does.
  const roleless = ![...settled.values()].includes('roleTitle')
  assign(guesses, settled, ({ options }) => {
    const part = options.find(({ field }) => field === 'rolePart')
    return roleless ? part?.field : undefined
  })
  return {
    mapping: Object.fromEntries(table.headings.map((heading) => [heading, settled.get(heading) ?? 'other'])),
    unknown: table.headings.filter((heading) => !settled.has(heading)),
  }
}

const assign = (
  guesses: Guess[],
  settled: Map<string, ImportField>,
  choose: (guess: Guess, taken: Set<ImportField>) => ImportField | undefined,
): void => {
  const taken = new Set(settled.values())
  for (const guess of guesses) {
    const field = settled.has(guess.heading) ? undefined : choose(guess, taken)
    if (field === undefined) continue
    settled.set(guess.heading, field)
    taken.add(field)
  }
}

const optionsOf = (heading: string, cells: string[], format: ImportFormat): Guess['options'] => {
  const { fields } = FORMATS[format]
  const name = fold(heading)
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined
  return known === undefined ? fieldsOf(heading, cells) : [{ field: known, weak: false }]
}
