import { z } from 'zod'

export const Picture = z
  .string()
  .describe(
    'SVG with title and description, a style for light and dark, and neither script nor anything from elsewhere.',
  )
