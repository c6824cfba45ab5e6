import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import type { Test } from 'tap'
import { makeFolder } from './folders.ts'

const { CHROMIUM } = process.env
const isPackaged = process.platform === 'linux' && process.arch === 'x64'

/** Why no browser can be had; undefined where one can. */
export const whyNoBrowser =
  CHROMIUM || isPackaged ? undefined : 'CHROMIUM names none, and none is packaged for this platform'

/** Unpacks the Chromium of the package with its libraries and fonts, into `folder`, which for it is the place of what passes. */
const unpack = async (t: Test, folder: string) => {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  t.teardown(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  })
  const { default: packaged, inflate } = await import('@sparticuz/chromium')
  const libraries = new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))
  const [executablePath, unpacked] = await Promise.all([
    packaged.executablePath(),
    inflate(libraries.pathname),
  ])
  // The package's own names folders outside of this one.
  const fonts = join(folder, 'fonts.conf')
  await writeFile(
    fonts,
    `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/seen</cachedir></fontconfig>`,
  )
  const env = { LD_LIBRARY_PATH: join(unpacked, 'lib'), FONTCONFIG_FILE: fonts }
  return { executablePath, env: { ...process.env, ...env } }
}

/** A Chromium: the one that CHROMIUM names, or the one of the package. It only ever sees pages of ours. */
export const openBrowser = async (t: Test): Promise<Browser> => {
  const folder = await makeFolder('chromium')
  const found = CHROMIUM ? { executablePath: CHROMIUM } : await unpack(t, folder)
  const browser = await chromium.launch({ ...found, args: ['--no-sandbox', '--headless=shell'] })
  t.teardown(() => browser.close())
  return browser
}
