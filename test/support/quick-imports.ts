import { type ResolveFnOutput, registerHooks } from 'node:module'

/**
 * How to start a Node process that finds its modules quickly, and in a test without what tap adds and nobody here needs.
 *
 * @NOTE Node reads the 180 kB of Drizzle's package.json anew for each module that belongs to it or names it, and asks
 * of each of our own what it is written in: half of what starting a process with the service takes.
 */
export const QUICK_IMPORTS = `--import=${import.meta.url}`

const found = new Map<string, ResolveFnOutput>()
/** Of what tap loads into every process: a compiler for TypeScript, which Node reads itself, and modules in place of others. */
const NEEDLESS = /@tapjs\/(mock|processinfo|typescript)\/.+\/import\.mjs$/
const NOTHING = 'data:text/javascript,'
const UNCAUGHT = new URL('uncaught.ts', import.meta.url).href

const beside = (specifier: string, parent: string, format: string): ResolveFnOutput => ({
  url: new URL(specifier, parent).href,
  format,
  shortCircuit: true,
})

registerHooks({
  resolve: (specifier, context, next) => {
    const { parentURL = '', conditions } = context
    if (NEEDLESS.test(specifier)) return { url: NOTHING, shortCircuit: true }
    if (specifier === 'async-hook-domain') return { url: UNCAUGHT, shortCircuit: true }
    if (!conditions.includes('import')) return next(specifier, context)
    if (specifier.startsWith('drizzle-orm')) {
      const known = found.get(specifier) ?? { ...next(specifier, context), shortCircuit: true }
      found.set(specifier, known)
      return known
    }
    if (/^\..+\.ts$/.test(specifier)) return beside(specifier, parentURL, 'module-typescript')
    if (specifier.startsWith('.') && parentURL.includes('/node_modules/drizzle-orm/'))
      return beside(specifier, parentURL, 'module')
    return next(specifier, context)
  },
})
