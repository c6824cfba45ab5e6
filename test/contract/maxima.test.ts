import { test } from 'tap'
import type { Contract } from '../support/conformance.ts'
import { openService } from '../support/service.ts'
import { type Call, callerOf, callsOf, eachCall, endsAccount, resolved, type Schema } from './calls.ts'
import { membersOf, variantsOf } from './schemas.ts'
import { bodyOf, fill, makeWorld, written } from './world.ts'

/** A member of a body that has a maximum: where it stands, and how to put a value there. */
type Bounded = { pointer: string; schema: Schema; set: (body: unknown, value: unknown) => unknown }

const bounded = (contract: Contract, given: Schema, pointer: string): Bounded[] => {
  const schema = resolved(contract, given)
  const own =
    schema.maxLength !== undefined || schema.maxItems !== undefined
      ? [{ pointer, schema, set: (_: unknown, value: unknown) => value }]
      : []
  const members = Object.entries(membersOf(schema.properties)).flatMap(([name, each]) =>
    bounded(contract, each as Schema, `${pointer}/${name}`).map((it) => ({
      ...it,
      set: (body: unknown, value: unknown) => ({
        ...membersOf(body),
        [name]: it.set(membersOf(body)[name], value),
      }),
    })),
  )
  const items = schema.items ? bounded(contract, schema.items as Schema, `${pointer}/0`) : []
  return [
    ...own,
    ...members,
    ...items.map((it) => ({ ...it, set: (_: unknown, value: unknown) => [it.set(undefined, value)] })),
    ...variantsOf(schema).flatMap((each) => bounded(contract, each, pointer)),
  ]
}

/** Characters that JavaScript keeps in pairs: what counts is what people see. */
const LETTER = '𝔸'

const ofSize = ({ type, maxItems }: Schema, size: number) =>
  type === 'array' || maxItems !== undefined ? Array.from({ length: size }, () => null) : LETTER.repeat(size)

/** A time zone is a name that others gave. */
const isFreeText = ({ pointer, schema: { maxLength, format, pattern } }: Bounded, value: unknown) =>
  !pointer.endsWith('/timeZone') &&
  maxLength !== undefined &&
  !format &&
  (!pattern || new RegExp(String(pattern), 'u').test(String(value)))

test('what has a maximum', async (t) => {
  const service = await openService(t)
  const { contract } = service
  const account = await service.newAccount()
  const world = await makeWorld(account)
  // Records of a journal have the maxima of what they are, and are answered one by one.
  const isJournal = ({ operationId }: Call) => operationId === 'createImport'
  const calls = callsOf(contract).filter(
    (call) => call.media['application/json'] && !endsAccount(call) && !isJournal(call),
  )
  let [tested, taken] = [0, 0]

  await eachCall(t, calls, async (t, call) => {
    const client = callerOf(service, call, account)
    const good = bodyOf(contract, call, world)
    const faultsAt = async ({ pointer, set }: Bounded, value: unknown) => {
      const { status, body } = await client.send(
        call.method,
        fill(call.path, world),
        written(call, set(good, value)),
      )
      const faults = (body?.errors ?? []).filter((it: { pointer: string }) => it.pointer === pointer)
      return { status, faults: faults.length }
    }
    for (const each of bounded(contract, call.media['application/json']?.schema ?? {}, '')) {
      const { maxLength, maxItems } = each.schema as { maxLength?: number; maxItems?: number }
      const max = maxLength ?? maxItems ?? 0
      if (max > 200_000) continue
      tested++
      const over = await faultsAt(each, ofSize(each.schema, max + 1))
      t.strictSame([over.status, over.faults > 0], [400, true], `${each.pointer} over ${max}`)
      const value = ofSize(each.schema, max)
      if (!isFreeText(each, value)) continue
      taken++
      const at = await faultsAt(each, value)
      t.equal(at.faults, 0, `${each.pointer} at ${max}`)
    }
  })
  t.ok(tested > 50 && taken > 40, `${tested} maxima, ${taken} texts as long as may be`)
})

test('whoever sends faults without number is told of the first hundred', async (t) => {
  const { newAccount } = await openService(t)
  const account = await newAccount()
  const unknown = Array.from({ length: 12_000 }, (_, at) => [`unknown${at}`, true])
  const { status, body } = await account.post('/v1/applications', Object.fromEntries(unknown))
  t.equal(status, 400)
  t.equal(body.errors.length, 100)
})
