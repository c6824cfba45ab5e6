import type { Format } from './format.ts'
import { AFTERVIEW } from './format-afterview.ts'
import { HUNTR } from './format-huntr.ts'
import { JOBSYNC } from './format-jobsync.ts'
import { LINKEDIN } from './format-linkedin.ts'
import { REACTIVE_RESUME } from './format-reactive-resume.ts'
import { SIMPLIFY } from './format-simplify.ts'
import { TEAL } from './format-teal.ts'
import { fold } from './text.ts'
import { IMPORT_FORMATS, type ImportFormat } from './types.ts'

const GENERIC: Format = {
  meaning: 'Any other sheet: its headings are guessed.',
  recognises: () => true,
  fields: {},
}

export const FORMATS: Record<ImportFormat, Format> = {
  afterview: AFTERVIEW,
  reactive_resume: REACTIVE_RESUME,
  jobsync: JOBSYNC,
  linkedin: LINKEDIN,
  simplify: SIMPLIFY,
  huntr: HUNTR,
  teal: TEAL,
  generic: GENERIC,
}

/** Where a file comes from, by its headings; in the order of the list, which ends with the one that fits all. */
export const detectFormat = (headings: string[]): ImportFormat => {
  const names = new Set(headings.map(fold))
  return IMPORT_FORMATS.find((format) => FORMATS[format].recognises(names)) ?? 'generic'
}
