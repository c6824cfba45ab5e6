/**
 * Every refusal of the service: its stable code, the HTTP status it answers with, and what to do about it.
 * Ordered by status, then by code; a test holds the order.
 */
export const problems = {
  invalid_cursor: [
    400,
    'Cursor not valid',
    'Start again from the first page, with the same filters throughout.',
  ],
  invalid_request: [400, 'Request not valid', 'Correct the members named under errors.'],
  malformed_csv: [400, 'Table cannot be read', 'Send one table with a row of headings, as UTF-8.'],
  malformed_json: [400, 'Body is not JSON', 'Send one well-formed JSON document.'],
  malformed_request: [400, 'Request cannot be read', 'Send a well-formed HTTP request.'],
  unauthenticated: [
    401,
    'Credentials missing or not valid',
    'Send a live key, Authorization: Bearer avk_..., or an access token of the provider that /.well-known/oauth-protected-resource names.',
  ],
  insufficient_scope: [
    403,
    'Scope missing',
    'Use a key or a token that holds the scope named in the detail.',
  ],
  origin_refused: [
    403,
    'Page of another site',
    'Send it from a program, or from a page of the service itself.',
  ],
  not_found: [
    404,
    'Record not found',
    'Check the id: it may have been removed, or belong to another account that has not let you in. A coach names the account of the client as Afterview-Account.',
  ],
  route_not_found: [404, 'No such address', 'Check the path against the contract at /openapi.json.'],
  method_not_allowed: [405, 'Method not allowed', 'Use one of the methods in the Allow header.'],
  request_timeout: [408, 'Request took too long to arrive', 'Send the whole request within the time limit.'],
  deliveries_pending: [
    409,
    'Enough waits to be sent to this endpoint',
    'Wait until some of it has arrived, or disable the endpoint, which drops all of it.',
  ],
  engagement_exists: [
    409,
    'The two have an engagement already',
    'Change that one, or end it before you begin another.',
  ],
  external_ref_taken: [
    409,
    'Another application has this external id',
    'Change that application, or give this one another externalRef.',
  ],
  idempotency_key_in_use: [
    409,
    'First request still running',
    'Wait a moment, then send the same request with the same key again.',
  ],
  import_running: [
    409,
    'Another import is still running',
    'Wait until it is completed, then import the next file.',
  ],
  last_managing_key: [409, 'Nobody could manage the account', 'Make another key with account:manage first.'],
  pitch_in_use: [
    409,
    'Pitch is in use',
    'Add a new version that names this one, or put it away with archivedAt.',
  ],
  reason_in_use: [
    409,
    'Reason is in use',
    'Take it out of the outcomes that name it, or keep it under another title.',
  ],
  secrets_overlapping: [
    409,
    'Enough secrets sign already',
    'Put the latest secret in place, or wait until one of those before has ended.',
  ],
  study_item_exists: [
    409,
    'There is an item for this question',
    'Change that one, or merge two wordings into one item.',
  ],
  events_forgotten: [
    410,
    'Events after this cursor are forgotten',
    'Read the records themselves, then begin anew without after.',
  ],
  precondition_failed: [
    412,
    'The condition does not hold',
    'Read the record again and repeat the change on its new version.',
  ],
  payload_too_large: [413, 'Body too large', 'Send a smaller body.'],
  uri_too_long: [414, 'Address too long', 'Shorten the path or the query.'],
  unsupported_media_type: [
    415,
    'Media type not supported',
    'Send JSON as application/json; a table, where one is asked for, as text/csv.',
  ],
  assignment_closed: [422, 'The assignment is not open any more', 'Make a new one for what is left to do.'],
  calendar_feed_limit_reached: [
    422,
    'No room for another calendar feed',
    'Revoke a feed that no calendar reads any more.',
  ],
  day_ahead: [422, 'A day lies ahead', 'Name a day up to today, or leave it out until it has come.'],
  end_behind: [422, 'The end lies behind', 'Name an end that lies ahead.'],
  endpoint_disabled: [422, 'Nothing is sent to a disabled endpoint', 'Set enabled to true first.'],
  endpoint_limit_reached: [422, 'No room for another endpoint', 'Remove an endpoint that is not needed.'],
  endpoint_url_refused: [
    422,
    'Webhooks cannot go to this address',
    'Name a public https address, without credentials and fragment.',
  ],
  engagement_not_live: [
    422,
    'The engagement is not under way',
    'Change it while it is active or paused; begin another once it is over.',
  ],
  engagement_with_oneself: [422, 'Nobody coaches themselves', 'Hand the token to the other side.'],
  erasure_not_confirmed: [
    422,
    'Erasure is not confirmed',
    'Send the id of your account as confirm. Nothing can be brought back afterwards.',
  ],
  idempotency_key_reused: [
    422,
    'Key came with another request',
    'Use a new Idempotency-Key for a new request.',
  ],
  import_not_readable: [
    422,
    'The table cannot be read',
    'Name what the columns mean with mapping, as the errors say.',
  ],
  interview_ahead: [422, 'The interview lies ahead', 'Come back to it when the interview is over.'],
  invitation_limit_reached: [422, 'No room for another invitation', 'Take one back that waits in vain.'],
  key_limit_reached: [422, 'No room for another key', 'Remove a key that nobody uses.'],
  key_replaced: [422, 'The key was replaced', 'Use the one that took its place.'],
  life_not_held: [422, 'A key cannot outlive what makes it', 'Name an earlier expiresAt.'],
  not_the_author: [422, 'Somebody else wrote it', 'Leave it as it is, or write one of your own.'],
  not_the_client: [422, 'The client alone decides this', 'Leave out scopes and endsOn, and ask the client.'],
  period_ahead: [422, 'The period lies ahead', 'Name days up to today, in the time zone of the account.'],
  plan_not_if_then: [
    422,
    'Not an if-then plan',
    'Name the moment as if, and what to do then as then; not the same twice.',
  ],
  question_not_in_subject: [
    422,
    'Question belongs elsewhere',
    'Name a question that was asked in what is reflected on.',
  ],
  reason_limit_reached: [422, 'No room for another reason', 'Remove a reason that no outcome names.'],
  reason_unknown: [422, 'Reason not known', 'Name reasons that /v1/reasons lists.'],
  reflection_completed: [422, 'Reflection is completed', 'Begin a new reflection to add to it.'],
  reflection_incomplete: [
    422,
    'Reflection has open questions',
    'Answer or skip the step that nextPrompt names.',
  ],
  reflection_out_of_order: [422, 'An earlier question comes first', 'Answer the step that nextPrompt names.'],
  replay_too_large: [422, 'Too many events at once', 'Name a shorter time, and the rest of it afterwards.'],
  scope_not_held: [
    422,
    'A key cannot grant more than itself',
    'Leave out the scopes that you do not hold yourself.',
  ],
  scopes_missing: [422, 'The client has to say what the coach may do', 'Name scopes.'],
  secrets_key_missing: [422, 'Webhooks are not set up', 'Ask the operator to set SECRETS_KEY.'],
  session_ahead: [422, 'The session lies ahead', 'Mark it as held once it has begun.'],
  share_link_limit_reached: [422, 'No room for another share link', 'Revoke a link that is not needed.'],
  step_not_skippable: [
    422,
    'This question cannot be skipped',
    'Note one thing that went well, however small.',
  ],
  study_item_is_itself: [422, 'An item cannot go up in itself', 'Name another item as from.'],
  study_notes_too_long: [422, 'Too long as one text', 'Shorten the answerNotes of one item first.'],
  rate_limited: [
    429,
    'Too many requests',
    'Try again after the time in Retry-After. RateLimit tells what is left of each limit.',
  ],
  headers_too_large: [431, 'Headers too large', 'Send fewer or shorter headers, or a shorter query.'],
  internal_error: [500, 'Something failed on our side', 'Try again later; name the requestId if it stays.'],
  identity_provider_unavailable: [
    503,
    'The OpenID provider cannot be asked',
    'Try again after the time in Retry-After, or use a key.',
  ],
  outcome_unknown: [
    503,
    'The write may or may not be stored',
    'Read the record before you repeat the write.',
  ],
  overloaded: [503, 'Too busy right now', 'Try again after the time in Retry-After.'],
  unavailable: [503, 'Cannot be answered right now', 'Try again after the time in Retry-After.'],
} as const satisfies Record<string, readonly [status: number, title: string, whatToDo: string]>

export type ProblemCode = keyof typeof problems

/** One fault of the input: where it is, what is wrong, and a code for programs. */
export type Fault = { pointer: string; detail: string; code: string; limit?: number }

/** What a problem of one code says beside what all of them say: extension members of RFC 9457. */
export type Extension = { expectedStep?: string }

type More = { errors?: Fault[]; extension?: Extension; headers?: Record<string, string>; cause?: unknown }

/** How many faults of one input a refusal names. */
export const MOST_FAULTS = 100

export class Problem extends Error {
  readonly code: ProblemCode
  readonly detail: string
  readonly errors: Fault[] | undefined
  readonly extension: Extension
  readonly headers: Record<string, string>

  constructor(code: ProblemCode, detail: string, { errors, extension = {}, headers = {}, cause }: More = {}) {
    super(detail, { cause })
    this.code = code
    this.detail = detail
    this.errors = errors?.slice(0, MOST_FAULTS)
    this.extension = extension
    this.headers = headers
  }
}

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

/** The record, or the refusal that it cannot be found. */
export const orNotFound = <Row>(row: Row | undefined, noun: string): Row => {
  if (row === undefined) throw new Problem('not_found', `There is no ${noun} with this id in this account.`)
  return row
}

/** The credential that came is worth nothing, RFC 6750. */
export const invalidToken = (detail: string, cause?: unknown): Problem =>
  new Problem('unauthenticated', detail, {
    headers: { 'www-authenticate': 'Bearer realm="afterview", error="invalid_token"' },
    cause,
  })

/** The account went while its request was under way. */
export const accountErased = (cause?: unknown): Problem =>
  invalidToken('The account of this credential was erased.', cause)
