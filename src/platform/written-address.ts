/** Where the service is, as guides and examples have it written. */
const WRITTEN = 'http://127.0.0.1:3000'

/** The text with the address at which this service is reached. */
export const withAddress = (text: string, publicUrl: string): string => text.replaceAll(WRITTEN, publicUrl)
