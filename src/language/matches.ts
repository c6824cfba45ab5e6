/**
 * Whether a match of a pattern is meant, tried from every place where one begins: the first hides none behind or inside it.
 * Nearly all patterns match nothing or rightly at once, which takes no copy of them.
 */
export const hasMatch = (
  pattern: RegExp,
  text: string,
  isMeant: (match: RegExpExecArray) => boolean,
): boolean => {
  let match = pattern.exec(text)
  if (!match || isMeant(match)) return match !== null
  const each = new RegExp(pattern, `${pattern.flags}g`)
  do {
    each.lastIndex = match.index + 1
    match = each.exec(text)
  } while (match && !isMeant(match))
  return match !== null
}
