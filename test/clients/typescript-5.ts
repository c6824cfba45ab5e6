import { createRequire, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

// @NOTE openapi-typescript writes by the compiler's API, which TypeScript 7 has not: it gets the one that tap brings along.
const ofTap = createRequire(createRequire(import.meta.resolve('tap')).resolve('@tapjs/test'))
const typescript = pathToFileURL(ofTap.resolve('typescript')).href
registerHooks({ resolve: (name, context, next) => next(name === 'typescript' ? typescript : name, context) })

/** The compiler as a program. */
export const tsc = ofTap.resolve('typescript/bin/tsc')
