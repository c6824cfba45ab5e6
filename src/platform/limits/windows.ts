export const WINDOW_SECONDS = 60
export const WINDOW_MS = WINDOW_SECONDS * 1000

type Ending = { endsAt: number }

/** What a process remembers by a name until a window ends; what has ended is gone within another one. */
export const openWindows = <Held extends Ending>() => {
  const held = new Map<string, Held>()
  let tidyAt = 0
  const tidy = (now: number) => {
    tidyAt = now + WINDOW_MS
    for (const [name, { endsAt }] of held) if (endsAt <= now) held.delete(name)
  }
  return {
    get: (name: string, now: number): Held | undefined => {
      const found = held.get(name)
      return found && found.endsAt > now ? found : undefined
    },
    set: (name: string, value: Held, now: number): void => {
      if (now >= tidyAt) tidy(now)
      held.set(name, value)
    },
  }
}
