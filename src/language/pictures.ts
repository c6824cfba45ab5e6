type Period = { from: string | null; to: string | null; today: string }
type Excluded = readonly { code: string; count: number }[]

/** Days are YYYY-MM-DD. Labels are a few words; all else is whole sentences in the voice of the service. */
type CommonTexts = {
  brand: string
  count: (count: number) => string
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
  description: (nodes: readonly [name: string, count: number][]) => string
}

/** The words of pictures in one language. */
export type PictureTexts = CommonTexts & { flow: FlowTexts }
