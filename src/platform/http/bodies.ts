import { isUtf8 } from 'node:buffer'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyBodyParser, FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../problems.ts'
import { readJson } from './json.ts'

const CHARSET = /;\s*charset=(?!"?utf-?8\b)/i

/** Bodies come as they are, and JSON in UTF-8. @throws Problem `unsupported_media_type` */
const demandPlain = ({
  'content-encoding': encoding = 'identity',
  'content-type': type = '',
}: IncomingHttpHeaders) => {
  if (encoding !== 'identity')
    throw new Problem('unsupported_media_type', 'Send the body as it is, without a Content-Encoding.')
  if (CHARSET.test(type) && type.includes('json'))
    throw new Problem('unsupported_media_type', 'JSON is written in UTF-8.')
}

const parseJson: FastifyBodyParser<Buffer> = (request, bytes, done) => {
  if (bytes.length === 0) return done(null, undefined)
  try {
    demandPlain(request.headers)
    done(null, readJson(bytes))
  } catch (error) {
    done(error as Problem)
  }
}

const isEmpty = ({ 'content-length': length = '0', 'transfer-encoding': coding }: IncomingHttpHeaders) =>
  length === '0' && coding === undefined

/**
 * Bodies: JSON alone, and for PATCH as a merge patch too. An empty one counts as none, which DELETE may well send, and
 * whatever type it names where nobody reads that: `curl -d ''` says it is a form.
 */
export const acceptJson = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addHook('preParsing', async ({ headers, mediaType, server }) => {
    if (mediaType && isEmpty(headers) && !server.hasContentTypeParser(mediaType))
      delete headers['content-type']
  })
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, parseJson)
  app.addContentTypeParser<Buffer>(
    'application/merge-patch+json',
    { parseAs: 'buffer' },
    (request, bytes, done) =>
      request.method === 'PATCH'
        ? parseJson(request, bytes, done)
        : done(new Problem('unsupported_media_type', 'A merge patch goes with PATCH alone.')),
  )
}

const MEBIBYTE = 1_048_576

const NAMED_CHARSET = /;\s*charset="?([^\s;"]*)/i
/** Sheets that are named so are as often in another of them: their bytes tell. */
const TOLD_BY_BYTES = ['utf-8', 'us-ascii', 'iso-8859-1', 'windows-1252']

/** Undefined where the bytes tell. @throws Problem `unsupported_media_type` */
const charsetOf = (type = ''): string | undefined => {
  const charset = NAMED_CHARSET.exec(type)?.[1]?.toLowerCase() ?? 'utf-8'
  if (TOLD_BY_BYTES.includes(charset) || charset === 'utf8') return undefined
  if (/^utf-16(?:le|be)?$/.test(charset)) return charset
  const taken = 'utf-8, us-ascii, iso-8859-1, windows-1252, utf-16, utf-16le and utf-16be'
  throw new Problem('unsupported_media_type', `CSV is read in ${taken}.`)
}

/**
 * Bodies in this part of the service: whole files. JSON of up to 50 MiB, and CSV of up to 10 MiB in UTF-8, or in UTF-16
 * where a byte order mark or the charset says so; a byte that is no UTF-8 is read as Windows-1252.
 */
export const acceptFiles = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: 50 * MEBIBYTE }, parseJson)
  app.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer', bodyLimit: 10 * MEBIBYTE },
    async (request: FastifyRequest, bytes: Buffer) => {
      demandPlain(request.headers)
      return decode(bytes, charsetOf(request.headers['content-type']))
    },
  )
}

const decode = (bytes: Buffer, charset: string | undefined): string => {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') {
    return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes)
  }
  if (charset) return new TextDecoder(charset).decode(bytes)
  return isUtf8(bytes)
    ? new TextDecoder().decode(bytes)
    : bytes.toString('latin1').replace(BEYOND_ASCII, decodeRun)
}

// What could be one character of UTF-8, or else one byte.
const BEYOND_ASCII = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}|[\x80-\xFF]/g

const decodeRun = (run: string) => {
  const bytes = Buffer.from(run, 'latin1')
  return isUtf8(bytes) ? bytes.toString() : new TextDecoder('windows-1252').decode(bytes)
}
