import { readFileSync } from 'node:fs'
import { isIPv6 } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

/** Decimal digits, and nothing else that JavaScript reads as a number. */
const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'must be a number')
  .transform(Number)
const whole = (least: number, most: number, fallback: number) =>
  decimal.pipe(z.int().min(least).max(most)).default(fallback)
const milliseconds = (fallback: number) => whole(1, 3_600_000, fallback)
const rate = (fallback: number) => decimal.pipe(z.number().gt(0).lt(1)).default(fallback)
const shape = (fallback: number) => decimal.pipe(z.number().min(0.5).max(1_000)).default(fallback)
const seconds = z
  .string()
  .regex(/^\d{1,6}(,\d{1,6}){0,19}$/, 'must be up to 20 numbers of seconds, with commas between')
  .transform((list) => list.split(',').map(Number))
const perMinute = (fallback: number) => whole(0, 1_000_000, fallback)
const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])
const proxy = network.or(z.enum(['loopback', 'linklocal', 'uniquelocal']))
const proxies = z
  .string()
  .refine(
    (list) => list === 'none' || list.split(',').every((each) => proxy.safeParse(each).success),
    'must be none, or addresses, networks, loopback, linklocal and uniquelocal, with commas between',
  )
  .transform((list) => (list === 'none' ? false : list))
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
const notABase = 'must be an http:// or https:// address in ASCII without a query'
const baseUrl = z
  .url({ error: notABase, abort: true })
  .regex(/^https?:\/\/(?:(?![?#@"<>])[\x21-\x7e])+$/, notABase)

const ISSUER = /^(https:\/\/[^\s/?#@]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)(\/[^\s?#]*)?$/
const notAnIssuer = 'must be an https:// address without a query, or an http:// one of this machine'
const issuerUrl = z.url({ error: notAnIssuer, abort: true }).regex(ISSUER, notAnIssuer)

const supportLine = z.strictObject({
  region: z.string().regex(/^(?:[A-Z]{2}|international)$/, 'must be two capital letters or international'),
  name: z.string().min(1).max(200),
  phone: z.string().min(1).max(50).nullable(),
  url: z.url({ protocol: /^https?$/ }),
  lastVerified: z.iso.date(),
})

const supportLinesIn = (path: string, ctx: z.RefinementCtx<string>) => {
  try {
    return z
      .array(supportLine)
      .min(1)
      .max(500)
      .parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    ctx.addIssue('must name a JSON file with a list of {region, name, phone, url, lastVerified}')
    return z.NEVER
  }
}

/** Every variable that the service reads. The README lists the same ones. */
export const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(0, 65_535, 3000),
  PUBLIC_URL: baseUrl.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  OPERATOR_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{32,}$/, 'must have at least 32 characters, printable ASCII without spaces')
    .optional(),
  SECRETS_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  SECRETS_KEY_PREVIOUS: z.string().min(32, 'must have at least 32 characters').optional(),
  OIDC_ISSUER: issuerUrl.optional(),
  OIDC_AUDIENCE: z.string().min(1).max(1_000).optional(),
  // `only`: nothing is served, and the work that waits is done.
  WORKER: z.enum(['on', 'off', 'only']).default('on'),
  WEBHOOK_TIMEOUT_MS: milliseconds(15_000),
  WEBHOOK_RETRY_SECONDS: seconds.prefault('5,300,1800,7200,18000,36000,50400,72000,86400'),
  WEBHOOK_LOOPBACK: z.enum(['on', 'off']).default('off'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  POOL_SIZE: whole(1, 500, 10),
  CONNECT_TIMEOUT_MS: milliseconds(5_000),
  QUERY_TIMEOUT_MS: milliseconds(15_000),
  STATEMENT_TIMEOUT_MS: milliseconds(10_000),
  LOCK_TIMEOUT_MS: milliseconds(5_000),
  IDLE_TRANSACTION_TIMEOUT_MS: milliseconds(20_000),
  REQUEST_TIMEOUT_MS: milliseconds(30_000),
  SHUTDOWN_TIMEOUT_MS: milliseconds(20_000),
  // Beyond it requests are refused with 503; 0: never.
  MAX_EVENT_LOOP_DELAY_MS: whole(0, 3_600_000, 1_000),
  // Requests a minute, or credentials that are refused; 0: no limit.
  RATE_LIMIT_ACCOUNT: perMinute(3_600),
  RATE_LIMIT_KEY: perMinute(1_800),
  RATE_LIMIT_ADDRESS: perMinute(300),
  TRUSTED_PROXIES: proxies.prefault('loopback,linklocal,uniquelocal'),
  BASE_RATE_LOW: rate(0.2),
  BASE_RATE_HIGH: rate(0.25),
  BASE_RATE_SOURCE: z.string().min(1).default('Jobvite'),
  BASE_RATE_YEAR: whole(1990, 2100, 2017),
  SUPPORT_LINES_FILE: z.string().transform(supportLinesIn).optional(),
  FORECAST_PRIOR_ALPHA: shape(1),
  FORECAST_PRIOR_BETA: shape(4),
})

const ordered = environment
  .refine((e) => e.STATEMENT_TIMEOUT_MS < e.QUERY_TIMEOUT_MS, {
    path: ['STATEMENT_TIMEOUT_MS'],
    error: 'must be lower than QUERY_TIMEOUT_MS',
  })
  .refine((e) => e.WORKER !== 'only' || e.DATABASE_URL, {
    path: ['WORKER'],
    error: 'must be on or off without DATABASE_URL, as the service’s own PostgreSQL belongs to one process',
  })
  .refine((e) => !e.SECRETS_KEY_PREVIOUS || e.SECRETS_KEY, {
    path: ['SECRETS_KEY_PREVIOUS'],
    error: 'must be set together with SECRETS_KEY, which takes its place',
  })
  .refine((e) => !e.OIDC_ISSUER === !e.OIDC_AUDIENCE, {
    path: ['OIDC_ISSUER'],
    error: 'must be set together with OIDC_AUDIENCE, or neither of them',
  })
  .refine((e) => e.BASE_RATE_LOW <= e.BASE_RATE_HIGH, {
    path: ['BASE_RATE_LOW'],
    error: 'must not be above BASE_RATE_HIGH',
  })

const addressOf = ({ HOST, PORT }: { HOST: string; PORT: number }) =>
  `http://${isIPv6(HOST) ? `[${HOST}]` : HOST}:${PORT}`

export type Config = Readonly<ReturnType<typeof readConfig>>

/**
 * Reads the environment once. An empty variable counts as not set.
 * @throws Error with one sentence per fault.
 */
export const readConfig = (variables: Record<string, string | undefined>) => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const { data, error } = ordered.safeParse(given)
  if (error) throw new Error(error.issues.map((i) => `${i.path.join('.')}: ${i.message}.`).join('\n'))
  return Object.freeze({
    ...data,
    DATA_DIR: resolve(data.DATA_DIR),
    PUBLIC_URL: (data.PUBLIC_URL ?? addressOf(data)).replace(/\/$/, ''),
  })
}

/** Whose access tokens are taken, if anybody's. */
export const openIdProviderOf = ({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience }: Config) =>
  issuer && audience ? { issuer, audience } : undefined

/** What services need of the configuration. */
export const settingsOf = (config: Config) => ({
  publicUrl: config.PUBLIC_URL,
  baseRate: {
    low: config.BASE_RATE_LOW,
    high: config.BASE_RATE_HIGH,
    source: config.BASE_RATE_SOURCE,
    year: config.BASE_RATE_YEAR,
  },
  applicationRate: { low: 0.03, high: 0.03, source: 'CareerPlug', year: 2024 },
  webhooks: {
    secretsKeys: [config.SECRETS_KEY, config.SECRETS_KEY_PREVIOUS].filter((key) => key !== undefined),
    allowLoopback: config.WEBHOOK_LOOPBACK === 'on',
    retrySeconds: config.WEBHOOK_RETRY_SECONDS,
    timeoutMs: config.WEBHOOK_TIMEOUT_MS,
  },
  supportLines: config.SUPPORT_LINES_FILE,
  forecastPrior: { alpha: config.FORECAST_PRIOR_ALPHA, beta: config.FORECAST_PRIOR_BETA },
})
