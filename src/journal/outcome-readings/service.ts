import { readOutcome } from '../../language/outcome-reading/reading.ts'
import { statedReason } from './rules.ts'

/** What a mail of an employer says about an ending; nothing of it is kept. */
export const readMail = (text: string) => {
  const { reasons, ...reading } = readOutcome(text)
  return { ...reading, reasons: reasons.map(({ code, spans }) => ({ ...statedReason(code), spans })) }
}
