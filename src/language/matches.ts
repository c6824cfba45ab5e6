/**
 * What a pattern matches in a text, from every place where a match begins: a first one hides none behind or inside it.
 * Most patterns match nothing, which costs no more than a test.
 */
export const matchesOf = (pattern: RegExp, text: string): RegExpExecArray[] => {
  if (!pattern.test(text)) return []
  const each = new RegExp(pattern, `${pattern.flags}g`)
  const found: RegExpExecArray[] = []
  for (let match = each.exec(text); match; match = each.exec(text)) {
    found.push(match)
    each.lastIndex = match.index + 1
  }
  return found
}
