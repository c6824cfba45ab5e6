/** How an insight is computed, in words. */
export type DefinitionText = {
  title: string
  unit: string
  period: string
  figures: { name: string; text: string }[]
}

/** Parts of an answer with how each is computed, in the order in which they stand. */
export const figures = (texts: Readonly<Record<string, string>>): DefinitionText['figures'] =>
  Object.entries(texts).map(([name, text]) => ({ name, text }))

export const PROCESS = 'A process is an application with at least one interview held.'
export const APPLICATION_DAY =
  'An application belongs to the day on which it was sent, or, where that is not known, to the day on which it was recorded, in the time zone of the account.'
export const RATE =
  'A rate is successes divided by trials, with its Wilson score interval at 95 %, to 4 digits; what is neither none nor all is told as 0.0001 at least and 0.9999 at most. Below 3 trials the counts stand alone. Below 10 records of the unit the sample is called small.'
export const UNDATED =
  'only applications with `appliedOn` are trials. Any other is known to be sent by what came of it alone, such as an interview where the company reached out, so it would make the rate look better than it is. `undated` says how many these are.'
export const CONTESTED =
  'A contested process could have been won: own choice and endings whose causes were all not about you are left out.'
