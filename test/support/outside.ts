/**
 * How to start a program out of tap's reach: `spawn(...outside(program, args))`.
 *
 * @NOTE tap hooks itself into every Node process below a test by NODE_OPTIONS, whatever environment it is given. That
 * breaks some programs (oxlint), slows all of them down, and is not what a user's machine does.
 */
export const outside = (program: string, args: string[]): [program: string, args: string[]] => [
  'env',
  ['-u', 'NODE_OPTIONS', program, ...args],
]
