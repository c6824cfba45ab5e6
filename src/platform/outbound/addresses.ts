import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

/** Finds the addresses of a name. */
export type Resolve = (name: string) => Promise<string[]>

export const resolveName: Resolve = async (name) => {
  const found = await lookup(name, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}

/** A public address behind which a cloud keeps what its machines alone may read. */
const CLOUD_OWN = ['168.63.129.16']

/** The part of IPv6 that is given out to networks. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address is one of the public Internet, or this machine's own where that is allowed.
 *
 * @NOTE What is not `unicast` is refused whole, also the forms of IPv6 that stand for an IPv4 address: mapped, NAT64, 6to4
 * and Teredo. The library takes the compatible form (`::7f00:1`) for unicast, and with it all that is given out to nobody.
 */
export const isReachable = (address: string, allowLoopback: boolean): boolean => {
  if (!ipaddr.isValid(address) || CLOUD_OWN.includes(address)) return false
  const parsed = ipaddr.parse(address)
  const range = parsed.range()
  if (range === 'loopback') return allowLoopback
  return range === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(GIVEN_OUT))
}

/** The host of a URL as an address, where it is one: URLs write those of IPv6 in brackets. */
export const literalIn = ({ hostname }: URL): string | undefined => {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  return ipaddr.isValid(bare) ? bare : undefined
}

const LOCAL_NAME = /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i

/** @NOTE Looked for in the text: a URL keeps no sign of credentials that are empty. */
const CREDENTIALS = /^[^:]*:[/\\]*[^/\\?#]*@/

/** Why nothing may be sent to a URL, as far as the URL itself tells; the addresses of a name are checked at each connection. */
export const faultOfUrl = (text: string, allowLoopback: boolean): string | undefined => {
  const url = new URL(text)
  if (CREDENTIALS.test(text)) return 'The address holds credentials.'
  if (text.includes('#')) return 'The address has a fragment.'
  const literal = literalIn(url)
  if (literal !== undefined && !isReachable(literal, allowLoopback)) return 'The address is not public.'
  if (allowLoopback) return undefined
  if (url.protocol !== 'https:') return 'The address is not https.'
  return LOCAL_NAME.test(url.hostname) ? 'The name is not public.' : undefined
}
