import { test } from 'tap'
import { readConfig } from '../../src/config.ts'

test('the environment', async (t) => {
  await t.test('holds numbers in decimal digits, and nothing else that could be read as one', async (t) => {
    for (const PORT of [' ', '0x10', '1e3', '-1', '80.5', '٣', '65536'])
      t.throws(() => readConfig({ PORT }), /^PORT: /, PORT)
    t.throws(() => readConfig({ RATE_LIMIT_KEY: ' ' }), /^RATE_LIMIT_KEY: must be a number\.$/)
    t.match(readConfig({ PORT: '80', BASE_RATE_LOW: '0.1' }), { PORT: 80, BASE_RATE_LOW: 0.1 })
    t.match(readConfig({ PORT: '' }), { PORT: 3000 }, 'an empty variable is not set')
  })

  await t.test('says where clients find the service, also at an address of IPv6', async (t) => {
    t.equal(readConfig({ HOST: '::1' }).PUBLIC_URL, 'http://[::1]:3000')
    t.equal(readConfig({ PORT: '80' }).PUBLIC_URL, 'http://127.0.0.1:80')
    t.equal(readConfig({ PUBLIC_URL: 'https://a.example/api/' }).PUBLIC_URL, 'https://a.example/api')
    for (const address of [
      'ftp://a.example',
      'https://a.example/?x=1',
      'https://a.example/#x',
      'https://ä.example',
      'https://a.example/">',
      'https://u:p@a.example',
    ])
      t.throws(() => readConfig({ PUBLIC_URL: address }), /^PUBLIC_URL: must be an http/, address)
  })
})
