import { z } from 'zod'
import type { App } from '../http/types.ts'
import { fileOf, operation } from '../openapi/operation.ts'
import type { ReadMeasures } from './measures.ts'

const Metrics = z.string().describe('One measure a line, in the text format of Prometheus.')

/** For the operator: without one, nothing is measured and nobody let in. */
export const metricRoutes =
  (read: ReadMeasures = async () => '') =>
  async (app: App) => {
    app.get(
      '/metrics',
      operation({
        operationId: 'getMetrics',
        tag: 'Operations',
        credential: 'operator',
        summary: 'Read what the process measures',
        description:
          'For the operator alone: durations of requests by method, pattern of the path and status, connections to the database, and memory, processor time and event loop of the process that answers. The names are those of OpenTelemetry. Each process tells of itself.',
        answers: { 200: fileOf('text/plain', Metrics) },
      }),
      async (_request, reply) => {
        void reply.type('text/plain; version=0.0.4; charset=utf-8')
        return read()
      },
    )
  }
