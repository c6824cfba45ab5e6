/** Lines that a rule, named by its id or by a part of its message, refuses in a file, and lines that none does. */
export type Lines = { refused: [code: string, by: string][]; permitted: string[] }

/** `$` becomes a name of its own in each line. */
export const from = (...specifiers: string[]) =>
  specifiers.map((specifier) => `import { $ } from '${specifier}'`)
export const typesFrom = (...specifiers: string[]) =>
  specifiers.map((specifier) => `import type { $ } from '${specifier}'`)
export const by = (rule: string, codes: string[]): Lines['refused'] => codes.map((code) => [code, rule])

export const imports = 'noRestrictedImports'
export const arrow = 'Against the arrow'
export const clock = 'ctx.now'
