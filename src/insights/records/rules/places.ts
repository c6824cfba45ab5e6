/**
 * The place of the first from which on all of a list are so, halving by halving; its length where none is.
 * @param isSo of the first ones false, and then true to the end
 */
export const placeFrom = <It>(list: readonly It[], isSo: (it: It) => boolean): number => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(list[middle] as It)) high = middle
    else low = middle + 1
  }
  return low
}
