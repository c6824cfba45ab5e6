import axe, { type AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { test } from 'tap'
import { openBrowser, whyNoBrowser } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { openService } from '../support/service.ts'

/** A new page, and what went wrong on it: errors, what its policy refused, and requests to elsewhere. */
const openPage = async (browser: Browser, origin: string) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const wrong: string[] = []
  page.on('console', (said) => said.type() !== 'info' && wrong.push(said.text()))
  page.on('pageerror', ({ message }) => wrong.push(message))
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
      wrong.push(request.url())
  })
  await page.addInitScript(`addEventListener('securitypolicyviolation', (event) =>
    console.error('refused by policy', event.violatedDirective, event.blockedURI))`)
  return { page, wrong }
}

const violationsOn = async (page: Page) => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>('axe.run()')
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test('the documentation in a browser', { skip: whyNoBrowser ?? false }, async (t) => {
  const port = await freePort()
  const service = await openService(t, { PORT: String(port) })
  const origin = await service.app.listen({ port, host: '127.0.0.1' })
  const account = await service.newAccount()
  await account.post('/v1/applications', { company: 'Halden Instruments' })
  const browser = await openBrowser(t)

  await t.test(
    'leads from a problem into the reference, which is searched, and sends a request with a key',
    async (t) => {
      const { page, wrong } = await openPage(browser, origin)
      await page.goto(`${origin}/docs/problems/step_not_skippable`)
      await page.getByRole('link', { name: '/skips' }).click()
      await page.getByRole('region', { name: 'Skip a question' }).waitFor()
      t.strictSame(await violationsOn(page), [])

      await page.keyboard.press('Control+k')
      await page.keyboard.type('list applications')
      await page.getByRole('option', { name: 'List applications' }).first().click()
      const operation = page.getByRole('region', { name: 'List applications' })
      await operation.getByRole('button', { name: 'Test Request' }).click()

      await page
        .getByRole('dialog')
        .getByPlaceholder('Token')
        .fill(account.secret ?? '')
      const answered = page.waitForResponse((answer) => answer.url().includes('/v1/applications'))
      await page.getByRole('button', { name: /^Send get request/ }).click()
      t.equal((await answered).status(), 200)
      await page.getByRole('dialog').getByText('Halden Instruments').waitFor()
      t.strictSame(wrong, [])
    },
  )

  await t.test('can be read by everybody', async (t) => {
    const { page, wrong } = await openPage(browser, origin)
    for (const path of [
      'guides',
      'guides/first-debrief',
      'guides/errors',
      'problems',
      'problems/not_found',
    ]) {
      await page.goto(`${origin}/docs/${path}`)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        t.strictSame(await violationsOn(page), [], `${path} in ${colorScheme}`)
      }
    }
    t.strictSame(wrong, [])
  })
})
