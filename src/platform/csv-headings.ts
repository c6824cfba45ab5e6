type Row = { cells: string[] }

/** A title above the headings ("My search 2024") fills one cell; headings fill several. */
export const headingIndex = (rows: readonly Row[]): number => {
  if (filled(rows[0]) > 1) return 0
  const next = rows.slice(0, 10).findIndex((row) => filled(row) > 2)
  return next === -1 ? 0 : next
}

const filled = (row: Row | undefined) => row?.cells.filter((cell) => cell.trim() !== '').length ?? 0

/** Equal headings are numbered, empty ones take the letter of their column, so that every cell has a place. */
export const nameColumns = (cells: string[], count: number): string[] => {
  const seen = new Map<string, number>()
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const own = (cells[index] ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim() || `Column ${letters(index)}`
    let nth = (seen.get(own) ?? 0) + 1
    while (taken.has(nth === 1 ? own : `${own} (${nth})`)) nth += 1
    seen.set(own, nth)
    const name = nth === 1 ? own : `${own} (${nth})`
    taken.add(name)
    return name
  })
}

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
