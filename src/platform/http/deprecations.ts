import type { FastifyInstance } from 'fastify'

/** From which day on an operation is not to be used any more, and what there is to know about it. Days begin in UTC. */
export type Deprecation = {
  /** As `YYYY-MM-DD`. */
  since: string
  /** The day on which it stops to answer. */
  sunset?: string
  /** Leads to what to do. */
  help: string
  /** Leads to the operation that takes its place. */
  successor?: string
}

const linksOf = ({ help, successor }: Deprecation): string =>
  [`<${help}>; rel="deprecation"`, ...(successor ? [`<${successor}>; rel="successor-version"`] : [])].join(
    ', ',
  )

/** Tells in every answer of a deprecated operation since when it is (RFC 9745), and when it ends (RFC 8594). */
export const announceDeprecations = (app: FastifyInstance): void => {
  app.addHook('onRequest', async ({ routeOptions: { config } }, reply) => {
    if (!config.deprecated) return
    const { since, sunset } = config.deprecated
    reply.headers({ deprecation: `@${Date.parse(since) / 1000}`, link: linksOf(config.deprecated) })
    if (sunset) reply.header('sunset', new Date(sunset).toUTCString())
  })
}
