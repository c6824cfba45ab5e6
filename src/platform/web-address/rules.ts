const AUTHORITY = "(?:[\\w.~!$&'()*+,;=:-]|%[\\da-f]{2})*"
const REST = "(?:[\\w.~!$&'()*+,;=:@/?-]|%[\\da-f]{2})*"
const URI = new RegExp(
  `^https?://(?:${AUTHORITY}@)?(?![:/?#]|$)(?:\\[[\\da-f:.]+\\])?${AUTHORITY}(?:[/?]${REST})?(?:#${REST})?$`,
  'i',
)
const TO_ENCODE = /%(?![\da-f]{2})|[^\w.~!$&'()*+,;=:@/?%-]/gi

/** Whether a web address is a URI by RFC 3986 that names a host. */
export const isUri = (address: string): boolean => URI.test(address)

/** A web address as a URI: as it is where it is one, else with all percent-encoded that only browsers take. */
export const uriOf = (address: string): string => {
  if (isUri(address)) return address
  const [, origin = '', rest = '', fragment] =
    /^([^/]*\/\/[^/]*)([^#]*)#?(.*)$/.exec(new URL(address).href) ?? []
  const [path, end] = [rest, fragment].map((part = '') => part.replace(TO_ENCODE, encodeURIComponent))
  return origin + path + (end ? `#${end}` : '')
}
