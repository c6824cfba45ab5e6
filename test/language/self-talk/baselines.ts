import { type Judged, scoresOf } from './scoring.ts'

type Labelled = { text: string; yes: boolean }

/** What the length alone tells: shorter or longer than the bound that separates this very set best (F1). */
export const lengthBaseline = (texts: readonly Labelled[]): Judged[] => {
  const bounds = new Set(texts.map(({ text }) => text.length))
  const candidates = [...bounds].flatMap((bound) =>
    [true, false].map((shorter) =>
      texts.map(({ text, yes }) => ({ yes, found: shorter ? text.length <= bound : text.length >= bound })),
    ),
  )
  return candidates.reduce((best, it) => (scoresOf(it).f1 > scoresOf(best).f1 ? it : best))
}

/** What three cue words tell. */
export const phraseBaseline = (texts: readonly Labelled[]): Judged[] =>
  texts.map(({ text, yes }) => ({ yes, found: /\b(?:i['’]m|never|always)\b/i.test(text) }))
