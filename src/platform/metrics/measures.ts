import type { FastifyInstance } from 'fastify'
import type { PooledDb } from '../database/pool.ts'

/** Seconds. The bounds that OpenTelemetry gives for the durations of HTTP requests. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/** What the process measured so far, as text. */
export type ReadMeasures = () => Promise<string>

/**
 * Measures every request of a service, and its connections to the database. What is measured bears the names that
 * OpenTelemetry gives it, and no word of anybody: of a path only its pattern.
 *
 * @NOTE The library is loaded here, where somebody may read what it measures: elsewhere starts do without it.
 */
export const measure = async (app: FastifyInstance, { $client: pool }: PooledDb): Promise<ReadMeasures> => {
  const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client')
  const measures = new Registry()
  const registers = [measures]
  collectDefaultMetrics({ register: measures })
  const durations = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'How long requests took, from their headers to the end of their answers.',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
    buckets: BUCKETS,
    registers,
  })
  new Gauge({
    name: 'db_client_connection_count',
    help: 'Connections to the database, at rest and at work.',
    labelNames: ['db_client_connection_state'],
    registers,
    collect() {
      this.set({ db_client_connection_state: 'idle' }, pool.idleCount)
      this.set({ db_client_connection_state: 'used' }, pool.totalCount - pool.idleCount)
    },
  })
  new Gauge({
    name: 'db_client_connection_pending_requests',
    help: 'How many requests wait for a connection to the database.',
    registers,
    collect() {
      this.set(pool.waitingCount)
    },
  })
  app.addHook('onResponse', async ({ method, routeOptions: { url = '' } }, { statusCode, elapsedTime }) => {
    const labels = {
      http_request_method: method,
      http_route: url,
      http_response_status_code: statusCode,
    }
    durations.observe(labels, elapsedTime / 1000)
  })
  return () => measures.metrics()
}
