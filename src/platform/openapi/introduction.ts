/** What the contract says before its first operation. */
export const introduction = (
  publicUrl: string,
) => `Afterview is for people who get interviews but no job offers. Record applications, interviews and
how they ended; read what a "no" does and does not say; answer three questions in their order; come back with a plan.

New here? [Your first debrief](${publicUrl}/docs/guides/first-debrief) takes a key, \`curl\` and a few minutes.

**Credentials.** \`Authorization: Bearer avk_...\`. A key has scopes; each operation names the one it needs. Where the operator
named an OpenID provider, its access tokens (RFC 9068) do as well: \`GET /.well-known/oauth-protected-resource\` says which
provider that is, and a token has the scopes that its \`scope\` names.

**Refusals.** Every answer above 399 is \`application/problem+json\` (RFC 9457) with a stable \`code\`. Unknown members and
unknown query parameters are refused. What belongs to another account answers 404, as if it did not exist.

**Changing records.** \`PATCH\` is a JSON Merge Patch (RFC 7396): null clears, arrays are replaced. Single records carry a
\`version\` and an \`ETag\`: send it as \`If-Match\` to change only what you have seen, or as \`If-None-Match\` to read only
what is new.

**Retries.** Send an \`Idempotency-Key\` with a \`POST\`: within 24 hours the same request gets the first answer again, with
\`Idempotent-Replayed: true\`.

**Limits.** \`RateLimit-Policy\` says how many requests an account and a key may send in a minute, and \`RateLimit\` what is
left. Beyond that it is 429, and \`Retry-After\` says when to come again. An address whose credentials were refused too often is not
heard until the minute is over.

**Lists.** Newest first unless stated, \`limit\` records a page, and \`nextCursor\` until the last one.

**Time.** Instants are RFC 3339 in UTC with milliseconds, days are \`YYYY-MM-DD\`, time zones are IANA names.

Within \`/v1\` members and enum values may be added; nothing is taken away. An operation that something better took the place
of says since when in \`Deprecation\` (RFC 9745), and with a date in \`Sunset\` (RFC 8594) when it ends.`

/** In the order in which a reader needs them. */
export const tags = [
  { name: 'Accounts', description: 'Whose journal it is.' },
  { name: 'API keys', description: 'What a client may do, and for how long.' },
  { name: 'Applications', description: 'One try for one role at one company.' },
  { name: 'Interviews', description: 'One round each. Getting one is a win.' },
  { name: 'Questions', description: 'What was asked, and how it was answered.' },
  { name: 'Offers', description: 'An offer received.' },
  { name: 'Outcomes', description: 'How an application ended, and how that may be read.' },
  { name: 'Reasons', description: 'Why applications end: the catalogue, and your own.' },
  { name: 'Reflections', description: 'The three questions, in their order.' },
  { name: 'Support', description: 'Where help is, for anyone. `GET /v1/support` needs no key.' },
  { name: 'Plans', description: 'If this comes up, then I will do that.' },
  { name: 'Notes', description: 'What else is worth keeping, and who may read it.' },
  { name: 'Pauses', description: 'Planned breaks, which are neutral everywhere.' },
  { name: 'Pitches', description: 'How you explain what you offer, and how often it led on.' },
  { name: 'Study items', description: 'Questions to be ready for next time.' },
  { name: 'Wins', description: 'What is worth a moment: derived from the record, or added by hand.' },
  { name: 'Next actions', description: 'What is worth doing now, in order.' },
  { name: 'Insights', description: 'What the records say, with how sure that is.' },
  { name: 'Coaching', description: 'Somebody looks at it with you, as far as you let them.' },
  { name: 'Imports', description: 'Bring in the record of a search kept elsewhere.' },
  { name: 'Exports', description: 'Take the record along, as a whole or as a table.' },
  { name: 'Calendar', description: 'Interviews and next steps where your other dates are.' },
  { name: 'Events', description: 'What happened, in order, for tools that follow along.' },
  { name: 'Webhooks', description: 'Events, sent to a URL of yours.' },
  { name: 'Operations', description: 'For those who run the service.' },
]
