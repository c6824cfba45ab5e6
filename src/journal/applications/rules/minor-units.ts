const WITHOUT = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const THOUSANDTHS = 'BHD IQD JOD KWD LYD OMR TND'
const TEN_THOUSANDTHS = 'CLF UYW'

const DIGITS = new Map(
  Object.entries({ 0: WITHOUT, 3: THOUSANDTHS, 4: TEN_THOUSANDTHS }).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
)

/**
 * How many digits of an amount in minor units are less than one of its currency: 2 where ISO 4217 says nothing else.
 *
 * @NOTE Not asked of `Intl`, whose data leaves out what is no longer minted: forints, and others with the runtime.
 */
export const minorDigitsOf = (currency: string): number => DIGITS.get(currency) ?? 2
