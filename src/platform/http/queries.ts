import { REPEATED, UNREADABLE } from '../faults.ts'

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

/** The parameters of a query. What came more than once stands as such (several values have commas between), and so does what cannot be decoded. */
export const readQuery = (query: string): Record<string, unknown> => {
  const parameters: Record<string, unknown> = Object.create(null)
  for (const pair of query.split('&').filter(Boolean)) {
    const [encoded = '', ...rest] = pair.split('=')
    const name = decoded(encoded) ?? encoded
    parameters[name] = name in parameters ? REPEATED : (decoded(rest.join('=')) ?? UNREADABLE)
  }
  return parameters
}
