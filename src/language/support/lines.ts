/** A help line: where it answers, how to reach it, and the day on which that was last looked up. */
export type SupportLine = {
  /** ISO 3166-1 alpha-2, or `international`. */
  region: string
  name: string
  phone: string | null
  url: string
  /** YYYY-MM-DD */
  lastVerified: string
}

const lastVerified = '2026-11-27'

/** Help lines that are told where the operator names no others. */
export const SUPPORT_LINES: readonly SupportLine[] = [
  { region: 'AU', name: 'Lifeline', phone: '13 11 14', url: 'https://www.lifeline.org.au/', lastVerified },
  { region: 'CA', name: '9-8-8 Suicide Crisis Helpline', phone: '988', url: 'https://988.ca/', lastVerified },
  { region: 'GB', name: 'Samaritans', phone: '116 123', url: 'https://www.samaritans.org/', lastVerified },
  { region: 'IE', name: 'Samaritans', phone: '116 123', url: 'https://www.samaritans.org/', lastVerified },
  { region: 'NZ', name: '1737, Need to talk?', phone: '1737', url: 'https://1737.org.nz/', lastVerified },
  {
    region: 'US',
    name: '988 Suicide & Crisis Lifeline',
    phone: '988',
    url: 'https://988lifeline.org/',
    lastVerified,
  },
  {
    region: 'international',
    name: 'Find A Helpline',
    phone: null,
    url: 'https://findahelpline.com/',
    lastVerified,
  },
]
