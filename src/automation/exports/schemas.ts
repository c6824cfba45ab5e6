import { z } from 'zod'

export const CsvFile = z
  .string()
  .describe(
    "UTF-8 with a byte order mark; line ends are CRLF; a cell that would be a formula begins with a '.",
  )
