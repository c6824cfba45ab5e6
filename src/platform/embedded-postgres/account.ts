import { chmod, chown, lchown, readdir, stat } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import type { Account } from './run.ts'
import { runAs } from './run.ts'

export const adviceForRoot = 'Run Afterview as an ordinary user, or set DATABASE_URL.'

const ordinary: Account = { prefix: [] }
const namespaced: Account = { prefix: ['unshare', '--user', '--'] }
const nobody: Account = { prefix: [], ids: { uid: 65534, gid: 65534 } }

/**
 * PostgreSQL refuses to run as root. Inside a user namespace of its own it does not see root, yet keeps the rights of
 * the owner of the files; where namespaces are not permitted, as in most containers, it runs as nobody.
 */
export async function chooseAccount(postgres: string, cluster: string): Promise<Account> {
  const broken = await tryAccount(ordinary, postgres)
  if (broken) {
    throw new Error(
      `PostgreSQL does not run on this machine (${broken}). Run npm ci with install scripts allowed, or set DATABASE_URL.`,
    )
  }
  if (process.getuid?.() !== 0) return ordinary
  const failures: string[] = []
  for (const account of await accountsOfRoot(cluster)) {
    const failure = await tryAccount(account, postgres)
    if (!failure) return account
    failures.push(failure)
  }
  throw new Error(
    `PostgreSQL does not run as root, and no other way was found (${failures.join('; ') || 'none on this platform'}). ${adviceForRoot}`,
  )
}

async function accountsOfRoot(cluster: string): Promise<Account[]> {
  if (platform() !== 'linux') return []
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return [{ prefix: [], ids: { uid: owner.uid, gid: owner.gid } }]
  return [namespaced, nobody]
}

async function tryAccount(account: Account, postgres: string): Promise<string | undefined> {
  const { ok, output } = await runAs(account, postgres, ['--version'])
  return ok ? undefined : output
}

/** Lets the account own what lies at the path; nothing to do where it has our own rights. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (!account.ids || (await stat(path)).uid === account.ids.uid) return
  for (const name of await readdir(path, { recursive: true })) {
    await lchown(join(path, name), account.ids.uid, account.ids.gid)
  }
  await chown(path, account.ids.uid, account.ids.gid)
}

/** Lets the account walk through the data folder, not list it. */
export async function letThrough(account: Account, folder: string): Promise<void> {
  if (!account.ids) return
  const { mode, uid } = await stat(folder)
  if (uid === account.ids.uid || mode & 0o001) return
  await chown(folder, uid, account.ids.gid)
  await chmod(folder, (mode & 0o777) | 0o010)
}
