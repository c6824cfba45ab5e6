/** Follows an authorization request as a browser would, cookies included, until it leads back into the client's app. */
export const browse = async (start: URL, redirectUri: string): Promise<URL> => {
  const cookies = new Map<string, string>()
  let url = start
  while (!url.href.startsWith(redirectUri)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`${url.pathname} leads nowhere: ${answer.status} ${await answer.text()}`)
    url = new URL(location, url)
  }
  return url
}
