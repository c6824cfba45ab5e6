import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { attempt, type Context, type Transaction, transaction } from '../../context.ts'
import { accountErased, Problem, problems } from '../../problems.ts'
import { problemBody, toProblem } from '../http/error-mapper.ts'
import { targetOf } from '../http/requests.ts'
import { seal, unseal } from '../sealing.ts'
import { type AnswerRow, claimKey, findAnswer, keepAccount, keepAnswer } from './answers.ts'
import { digest, KEPT_FOR_MS, keyDigestOf, keyOf } from './key.ts'

type Answer = Omit<AnswerRow, 'keyDigest' | 'requestDigest' | 'body' | 'names' | 'createdAt'> & {
  body: string
}
/** The coach who acts in a client's account, if one does. */
const coachIn = ({ actor, accountId }: Context) =>
  actor.kind === 'account' && actor.accountId !== accountId ? actor.accountId : undefined

/** Who sends the key: what a coach does in a client's account has keys of its own. */
const callerOf = (ctx: Context) => [ctx.accountId, coachIn(ctx)].filter(Boolean).join(' ')

/** What makes keys, and addresses and endpoints with secrets of their own. */
const MAKES_SECRETS: readonly unknown[] = ['account:manage', 'automation:manage']

/**
 * Which request it is.
 *
 * @NOTE Where secrets are made, the credential is part of it: the first answer may show one that can do more than this
 * credential. Of a coach it is what the client consents to: the first answer may show what the client has closed since.
 */
const requestDigestOf = (ctx: Context, { method, url, body, routeOptions }: FastifyRequest) => {
  const { actor } = ctx
  if (actor.kind !== 'account') return digest(method, url, body)
  if (coachIn(ctx)) return digest(method, url, body, actor.scopes.toSorted())
  const makesSecrets = MAKES_SECRETS.includes(routeOptions.config.scope)
  return digest(method, url, body, ...(makesSecrets ? [actor.keyId, actor.scopes.toSorted()] : []))
}

/** The other accounts that an answer is given to or names: when one of them is erased, it is forgotten. */
const othersIn = ({ actor }: Context, { accountId, body }: Answer) => {
  const named = Array.from(body.matchAll(/"accountId":"([^"]+)"/g), ([, id = '']) => id)
  const all = actor.kind === 'account' ? [actor.accountId, ...named] : named
  const others = [...new Set(all)].filter((id) => id !== accountId)
  return others.length > 0 ? others : null
}

type Run = () => Promise<unknown>

/** What an answer is sealed as with the key that came with it: it may show the secret of a new API key, this once. */
const SEALED = 'idempotent answer'

/** What the handler answers, taken off the reply: nothing of it is said before it is committed. */
const given = (accountId: string, reply: FastifyReply, payload: unknown): Answer => {
  if (reply.sent) throw new Error('A handler of POST returns its answer and leaves the sending to others')
  const { version, account } = (payload ?? {}) as { version?: unknown; account?: { id: string } }
  const location = reply.getHeader('location')
  reply.removeHeader('location')
  return {
    // The operator acts for no account, and is answered with one.
    accountId: accountId || (account?.id ?? ''),
    status: reply.statusCode,
    contentType: 'application/json; charset=utf-8',
    location: typeof location === 'string' ? location : null,
    recordVersion: typeof version === 'number' ? version : null,
    body: String(reply.serialize(payload)),
  }
}

const refused = (problem: Problem, request: FastifyRequest, publicUrl: string): Answer => ({
  accountId: request.ctx.accountId,
  status: problems[problem.code][0],
  contentType: 'application/problem+json',
  location: null,
  recordVersion: null,
  body: JSON.stringify(problemBody(problem, publicUrl, request.id, targetOf(request).path)),
})

/** Whether it will be so tomorrow: a failure of ours is not kept, nor what a credential may not do just now. */
const isKept = (status: number) => status < 500 && status !== 401 && status !== 403

/** Runs the handler in `tx`. A refusal undoes its writes and is an answer too. */
const firstAnswer = async (
  tx: Transaction,
  request: FastifyRequest,
  reply: FastifyReply,
  run: Run,
  publicUrl: string,
): Promise<Answer> => {
  const { ctx } = request
  request.ctx = tx
  try {
    return given(tx.accountId, reply, await attempt(tx, run))
  } catch (error) {
    const problem = toProblem(error)
    if (!isKept(problems[problem.code][0])) throw error
    return refused(problem, request, publicUrl)
  } finally {
    request.ctx = ctx
  }
}

/**
 * The first answer under this key, kept in the same transaction as its effect, or that answer again.
 *
 * @NOTE The claim and the search are two statements on purpose: the search has to see what the last holder committed.
 */
const once = async (
  ctx: Context,
  key: string,
  request: FastifyRequest,
  first: (tx: Transaction) => Promise<Answer>,
) =>
  transaction(ctx, async (tx) => {
    const [coachId, keyDigest] = [coachIn(ctx), keyDigestOf(callerOf(ctx), key)]
    const requestDigest = requestDigestOf(ctx, request)
    if (!(await claimKey(tx.db, keyDigest)))
      throw new Problem('idempotency_key_in_use', 'The first request with this key is still being answered.')
    const since = new Date(Date.parse(ctx.now) - KEPT_FOR_MS).toISOString()
    const kept = await findAnswer(tx.db, keyDigest, since)
    if (kept && kept.requestDigest !== requestDigest)
      throw new Problem('idempotency_key_reused', 'This key came with another request before.')
    if (kept) return { ...kept, body: unseal(kept.body, key, SEALED), replayed: true }
    if (coachId && !(await keepAccount(tx.db, coachId))) throw accountErased()
    const answer = await first(tx)
    const body = seal(answer.body, key, SEALED)
    const names = othersIn(ctx, answer)
    await keepAnswer(tx.db, { ...answer, body, names, keyDigest, requestDigest, createdAt: ctx.now })
    return { ...answer, replayed: false }
  })

const send = (reply: FastifyReply, answer: Answer & { replayed: boolean }) => {
  const { status, contentType, location, recordVersion, body, replayed } = answer
  if (location) void reply.header('location', location)
  if (replayed) void reply.header('idempotent-replayed', 'true')
  reply.recordVersion = recordVersion ?? undefined
  return reply.code(status).type(contentType).serializer(String).send(body)
}

/** Every `POST` that comes with an `Idempotency-Key` is done once, and answered alike however often it comes; but one that keeps nothing. */
export const answerOnce = (app: FastifyInstance, publicUrl: string): void => {
  app.addHook('onRoute', (route) => {
    if (route.method !== 'POST' || route.config?.keepsNothing) return
    const handler = route.handler as RouteHandlerMethod
    route.handler = async function answer(request, reply) {
      const run = async () => handler.call(this, request, reply)
      const key = keyOf(request)
      if (key === undefined) return run()
      const first = (tx: Transaction) => firstAnswer(tx, request, reply, run, publicUrl)
      return send(reply, await once(request.ctx, key, request, first))
    }
  })
}
