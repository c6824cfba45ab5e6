import { test } from 'tap'
import { OPERATOR_KEY, openService } from '../support/service.ts'

test('the metrics of a process', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const operator = service.client(OPERATOR_KEY)
  const measured = async () => (await operator.get('/metrics')).body as string

  await t.test('count each request by the pattern of its path and its status, and name nobody', async (t) => {
    const counts = async () => {
      const text = await measured()
      return (method: string, route: string, status: number) => {
        const labels = `http_request_method="${method}",http_route="${route}",http_response_status_code="${status}"`
        const [, count = '0'] = text.split(`http_server_request_duration_seconds_count{${labels}} `)
        return Number.parseInt(count, 10)
      }
    }
    const before = await counts()
    const { body } = await noor.post('/v1/applications', { company: 'Halden' })
    await noor.get(`/v1/applications/${body.id}`)
    await noor.get(`/v1/applications/${body.id}?q=Halden`)
    await noor.get('/nowhere/Halden')
    const after = await counts()
    for (const [method, route, status] of [
      ['POST', '/v1/applications', 201],
      ['GET', '/v1/applications/:id', 200],
      ['GET', '/v1/applications/:id', 400],
      ['GET', '', 404],
    ] as const)
      t.equal(after(method, route, status) - before(method, route, status), 1, `${status}`)
    const text = await measured()
    t.notMatch(text, body.id)
    t.notMatch(text, 'Halden')
  })

  await t.test('tell of connections to the database, and of the process', async (t) => {
    const text = await measured()
    t.match(text, /^db_client_connection_count\{db_client_connection_state="idle"\} [1-9]/m)
    t.match(text, /^db_client_connection_count\{db_client_connection_state="used"\} 0$/m)
    t.match(text, /^db_client_connection_pending_requests 0$/m)
    t.match(text, /^process_resident_memory_bytes \d/m)
  })

  await t.test('are for the operator alone', async (t) => {
    t.equal((await noor.get('/metrics')).status, 401)
    t.equal((await service.client().get('/metrics')).status, 401)
    const unattended = await openService(t, { OPERATOR_KEY: '' })
    t.equal((await unattended.client('').get('/metrics')).status, 401)
  })
})
