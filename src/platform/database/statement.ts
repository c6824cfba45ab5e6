import type { Db } from './pool.ts'

/**
 * A prepared, named statement for a hot query, built once per pool and once per client.
 * `build` ends in `.prepare(name)`; call the result with the db at hand and then `.execute(values)`.
 */
export const statement = <Prepared>(build: (db: Db) => Prepared) => {
  const built = new WeakMap<Db, Prepared>()
  return (db: Db): Prepared => {
    const prepared = built.get(db) ?? build(db)
    built.set(db, prepared)
    return prepared
  }
}
