import underPressure from '@fastify/under-pressure'
import Fastify, { LogController } from 'fastify'
import { z } from 'zod'
import { calendarFeedRoutes, calendarRoutes } from './automation/calendar-feeds/routes.ts'
import { eventTypeRoutes } from './automation/event-types/routes.ts'
import { eventMessages } from './automation/event-types/service.ts'
import { eventRoutes } from './automation/events/routes.ts'
import { exportRoutes } from './automation/exports/routes.ts'
import { importRoutes } from './automation/imports/routes.ts'
import { mcpRoutes } from './automation/mcp/routes.ts'
import { webhookDeliveryRoutes } from './automation/webhook-deliveries/routes.ts'
import { webhookEndpointRoutes } from './automation/webhook-endpoints/routes.ts'
import { weeklyActivityRoutes } from './automation/weekly-activity/routes.ts'
import { accessLogRoutes } from './coaching/access-log/routes.ts'
import { admitCoach } from './coaching/access-log/service.ts'
import { assignmentRoutes } from './coaching/assignments/routes.ts'
import { listOpenAssignments } from './coaching/assignments/service.ts'
import { clientRoutes } from './coaching/clients/routes.ts'
import { coachingSessionRoutes } from './coaching/coaching-sessions/routes.ts'
import { engagementRoutes } from './coaching/engagements/routes.ts'
import { leaveClients, tellCoaches } from './coaching/engagements/service.ts'
import { invitationRoutes } from './coaching/invitations/routes.ts'
import { sharedRoutes, shareLinkRoutes } from './coaching/share-links/routes.ts'
import { type Config, openIdProviderOf, settingsOf } from './config.ts'
import { nextActionRoutes } from './guidance/next-actions/routes.ts'
import { prepRoutes } from './guidance/prep/routes.ts'
import { winRoutes } from './guidance/wins/routes.ts'
import { ownAccountRoutes } from './identity/accounts/routes.ts'
import { apiKeyRoutes } from './identity/api-keys/routes.ts'
import { authenticateKey } from './identity/api-keys/service.ts'
import { erasureRoutes } from './identity/erasures/routes.ts'
import { authenticateToken } from './identity/oidc-identities/service.ts'
import { openingRoutes } from './identity/openings/routes.ts'
import { chanceRoutes } from './insights/chance/routes.ts'
import { comebackRoutes } from './insights/comeback/routes.ts'
import { definitionRoutes } from './insights/definitions/routes.ts'
import { listDefinitions } from './insights/definitions/service.ts'
import { flowRoutes } from './insights/flow/routes.ts'
import { forecastRoutes } from './insights/forecast/routes.ts'
import { funnelRoutes } from './insights/funnel/routes.ts'
import { pitchInsightRoutes } from './insights/pitches/routes.ts'
import { planInsightRoutes } from './insights/plans/routes.ts'
import { questionInsightRoutes } from './insights/questions/routes.ts'
import { reasonInsightRoutes } from './insights/reasons/routes.ts'
import { responseTimeRoutes } from './insights/response-times/routes.ts'
import { roundRoutes } from './insights/rounds/routes.ts'
import { selfTalkInsightRoutes } from './insights/self-talk/routes.ts'
import { summaryRoutes } from './insights/summary/routes.ts'
import { applicationRoutes } from './journal/applications/routes.ts'
import { externalRefRoutes } from './journal/external-refs/routes.ts'
import { interviewRoutes } from './journal/interviews/routes.ts'
import { noteRoutes } from './journal/notes/routes.ts'
import { offerRoutes } from './journal/offers/routes.ts'
import { outcomeReadingRoutes } from './journal/outcome-readings/routes.ts'
import { outcomeRoutes } from './journal/outcomes/routes.ts'
import { pauseRoutes } from './journal/pauses/routes.ts'
import { pitchRoutes } from './journal/pitches/routes.ts'
import { planRoutes } from './journal/plans/routes.ts'
import { questionRoutes } from './journal/questions/routes.ts'
import { reasonRoutes } from './journal/reasons/routes.ts'
import { reflectionAnswerRoutes } from './journal/reflection-answers/routes.ts'
import { reflectionRoutes } from './journal/reflections/routes.ts'
import { selfTalkRoutes } from './journal/self-talk/routes.ts'
import { studyItemRoutes } from './journal/study-items/routes.ts'
import { supportRoutes } from './journal/support/routes.ts'
import { timelineRoutes } from './journal/timeline/routes.ts'
import { languageOf } from './language/languages.ts'
import { tokenVerifier } from './platform/access-tokens.ts'
import {
  authenticated,
  byKeyOrToken,
  identified,
  operatorOnly,
  withoutKey,
} from './platform/authentication.ts'
import type { PooledDb } from './platform/database/pool.ts'
import { documentationRoutes } from './platform/documentation/documentation.ts'
import { faultText } from './platform/fault-texts.ts'
import { acceptJson } from './platform/http/bodies.ts'
import { answerConditionally } from './platform/http/conditional-requests.ts'
import { announceDeprecations } from './platform/http/deprecations.ts'
import { errorHandler } from './platform/http/error-mapper.ts'
import { answerOddRequests, refuseMalformed } from './platform/http/malformed-requests.ts'
import { readQuery } from './platform/http/queries.ts'
import { answerHeaders, endConnectionsAtStop, requestId, traceLogger } from './platform/http/requests.ts'
import type { App } from './platform/http/types.ts'
import { refuseOtherMethods, refuseUnknownRoute } from './platform/http/unknown-routes.ts'
import { validatorCompiler } from './platform/http/validation.ts'
import { answerOnce } from './platform/idempotency/answer-once.ts'
import { limitAddresses } from './platform/limits/addresses.ts'
import { limitCallers } from './platform/limits/callers.ts'
import { linkPages } from './platform/lists.ts'
import { logAnswer, loggerOptions } from './platform/logging.ts'
import { measure } from './platform/metrics/measures.ts'
import { metricRoutes } from './platform/metrics/routes.ts'
import { serializerCompiler } from './platform/openapi/compilers.ts'
import { describeContract } from './platform/openapi/document.ts'
import { operationRoutes } from './platform/operations.ts'
import { metadataUrl, protectedResourceRoutes } from './platform/protected-resource.ts'
import { discoveryUrl } from './platform/provider-keys.ts'

const MAX_PARAM_LENGTH = 200

export type Parts = { config: Config; db: PooledDb; clock: () => Date }

/** The one place where the parts meet. */
export const buildApp = async ({ config, db, clock }: Parts): Promise<App> => {
  const ground = { db, clock, settings: settingsOf(config) }
  const provider = openIdProviderOf(config)
  const authenticate = byKeyOrToken(authenticateKey, provider && authenticateToken(tokenVerifier(provider)))
  const onError = errorHandler(config.PUBLIC_URL, provider && metadataUrl(config.PUBLIC_URL))
  const app: App = Fastify({
    logger: loggerOptions(config.LOG_LEVEL),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: requestId,
    childLoggerFactory: traceLogger,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    trustProxy: config.TRUSTED_PROXIES,
    // @NOTE Set here, as Node takes the time limit of headers from it: one above that of the request would hold for both.
    http: {
      requestTimeout: config.REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: Math.min(1_000, config.REQUEST_TIMEOUT_MS),
      requireHostHeader: false,
    },
    // @NOTE Otherwise requests in flight on a kept connection would meet an answer that is no problem document.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseMalformed(config.PUBLIC_URL, () => app.log) as never,
    frameworkErrors: onError as never,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH, querystringParser: readQuery },
  })
  z.config({ customError: faultText })
  app.setValidatorCompiler(validatorCompiler as never)
  app.setSerializerCompiler(serializerCompiler as never)
  app.setErrorHandler(onError)
  app.setNotFoundHandler(refuseUnknownRoute)
  app.decorateRequest('ctx', null as never)
  app.decorateRequest('language', 'en')
  app.decorateReply('recordVersion', undefined)
  app.addHook('onResponse', logAnswer)
  const readMeasures = config.OPERATOR_KEY ? await measure(app, db) : undefined
  answerOddRequests(app, config.PUBLIC_URL)
  acceptJson(app)
  answerHeaders(app, languageOf)
  endConnectionsAtStop(app)
  answerConditionally(app)
  announceDeprecations(app)
  linkPages(app)

  await describeContract(app, config.PUBLIC_URL, eventMessages, provider && discoveryUrl(provider.issuer))
  refuseOtherMethods(app, MAX_PARAM_LENGTH)
  answerOnce(app, config.PUBLIC_URL)
  await app.register(operationRoutes(db))
  await app.register(documentationRoutes(config.PUBLIC_URL, [listDefinitions()]))
  await app.register(protectedResourceRoutes(config.PUBLIC_URL, provider?.issuer))
  await app.register(definitionRoutes)
  await app.register(supportRoutes(ground.settings.supportLines))
  await app.register(async (v1: App) => {
    await v1.register(underPressure, {
      maxEventLoopDelay: config.MAX_EVENT_LOOP_DELAY_MS,
      // @NOTE An interval without a sample counts as an endless delay: it must not be shorter than the limit.
      sampleInterval: Math.max(1_000, config.MAX_EVENT_LOOP_DELAY_MS),
      retryAfter: 5,
    })
    await withoutKey(v1, ground, [calendarRoutes, sharedRoutes])
    // From here on credentials are looked at.
    limitAddresses(v1, config.RATE_LIMIT_ADDRESS, clock)
    const quotas = { account: config.RATE_LIMIT_ACCOUNT, key: config.RATE_LIMIT_KEY }
    const guard = { authenticate, admit: limitCallers(db, quotas) }
    await identified(v1, ground, guard, [mcpRoutes(config.PUBLIC_URL, admitCoach)])
    await operatorOnly(v1, ground, config.OPERATOR_KEY, [openingRoutes, metricRoutes(readMeasures)])
    await authenticated(v1, ground, guard, admitCoach, [
      ownAccountRoutes,
      erasureRoutes({ tell: tellCoaches, leave: leaveClients }),
      apiKeyRoutes,
      applicationRoutes,
      externalRefRoutes,
      timelineRoutes,
      interviewRoutes,
      questionRoutes,
      offerRoutes,
      outcomeRoutes,
      outcomeReadingRoutes,
      reasonRoutes,
      reflectionAnswerRoutes,
      reflectionRoutes,
      selfTalkRoutes,
      studyItemRoutes,
      planRoutes,
      pitchRoutes,
      noteRoutes,
      pauseRoutes,
      summaryRoutes,
      funnelRoutes,
      roundRoutes,
      reasonInsightRoutes,
      forecastRoutes,
      chanceRoutes,
      responseTimeRoutes,
      comebackRoutes,
      questionInsightRoutes,
      planInsightRoutes,
      pitchInsightRoutes,
      selfTalkInsightRoutes,
      flowRoutes,
      nextActionRoutes(listOpenAssignments),
      prepRoutes,
      winRoutes,
      invitationRoutes,
      engagementRoutes,
      accessLogRoutes,
      clientRoutes,
      shareLinkRoutes,
      assignmentRoutes,
      coachingSessionRoutes,
      importRoutes,
      exportRoutes,
      weeklyActivityRoutes,
      calendarFeedRoutes,
      eventRoutes,
      eventTypeRoutes,
      webhookEndpointRoutes,
      webhookDeliveryRoutes,
    ])
  })
  return app
}
