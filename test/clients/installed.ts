import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tsc } from './typescript-5.ts'

const packages = join(import.meta.dirname, '../../node_modules')

const npx = `#!/bin/sh
program=$1; shift
case $program in
  openapi-typescript) exec node --import ${join(import.meta.dirname, 'typescript-5.ts')} ${packages}/openapi-typescript/bin/cli.js "$@" ;;
  tsc) exec node ${tsc} "$@" ;;
esac
exit 1
`

/** A folder in which packages count as installed by npm; answers with where such an npm and npx are, which ask nobody. */
export const installIn = async (folder: string): Promise<string> => {
  const programs = join(folder, 'programs')
  for (const each of [programs, join(folder, 'node_modules/@types')]) await mkdir(each, { recursive: true })
  for (const name of ['openapi-fetch', '@types/node'])
    await symlink(join(packages, name), join(folder, 'node_modules', name))
  for (const [name, script] of Object.entries({ npm: '#!/bin/sh\n', npx }))
    await writeFile(join(programs, name), script, { mode: 0o755 })
  return programs
}
