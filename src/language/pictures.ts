type Period = { from: string | null; to: string | null; today: string }
type Excluded = readonly { code: string; count: number }[]

/** Days are YYYY-MM-DD. Labels are a few words; all else is whole sentences in the voice of the service. */
type CommonTexts = {
  brand: string
  count: (count: number) => string
  percent: (share: number) => string
  period: (period: Period) => string
  /** What was left out of the n; null where nothing was. */
  leftOut: (excluded: Excluded) => string | null
  smallSample: string
  /** Where nothing is on record, or nothing fits what was asked for. */
  empty: (leftOut: boolean) => [string, string]
}

type FlowTexts = {
  title: string
  basis: (figures: { n: number; open: number }) => string
  node: (id: string) => string
  link: (source: string, target: string, count: number) => string
  description: (nodes: readonly [name: string, count: number][]) => string
}

type Rate = {
  value: number | null
  low: number | null
  high: number | null
  successes: number
  trials: number
}
type Time = {
  medianDays: number | null
  low: number | null
  high: number | null
  events: number
  censored: number
}
type Step = { advanced: number; ended: number; ownChoice: number; open: number }

type FunnelTexts = {
  title: string
  basis: (figures: { n: number; open: number }) => string
  stage: (id: string) => string
  /** Over the bars, and over the rates. */
  headings: [stages: string, rates: string]
  /** What became of those at a stage, beside a mark of its colour. */
  step: Record<keyof Step, (count: number) => string>
  rate: (rate: Rate, undated: number) => string
  /** How many are no trials of the rate, as they have no day of sending. */
  undated: (undated: number) => string
  unanswered: (unanswered: number, rate: Rate) => string
  description: (
    stages: readonly [name: string, count: number][],
    rates: readonly [name: string, rate: string][],
  ) => string
}

type Helped = { yes: number; no: number; unsure: number; notSaid: number }

/** A reading in words: what it is about, what it says, and what that rests on. */
export type Reading = { heading: string; text: string; notes: string[] }

type ComebackTexts = {
  title: string
  basis: (n: number) => string
  empty: [string, string]
  axes: { share: string; days: string; watched: string; tick: string; beyond: (count: number) => string }
  noCurve: string
  readings: {
    time: (time: Time, undated: number) => Reading
    within: (
      within: { days: number; events: number; atRisk: number } & Omit<Rate, 'successes' | 'trials'>,
      /** How many were watched for less, and not back by then. */
      unwatched: number,
    ) => Reading
    reflected: (rate: Rate) => Reading
    plans: (rate: Rate, helped: Helped) => Reading
    questions: (recovered: number, missed: number, time: Time) => Reading
  }
}

/** The words of pictures in one language. */
export type PictureTexts = CommonTexts & { flow: FlowTexts; funnel: FunnelTexts; comeback: ComebackTexts }
