import type { ProblemCode } from '../../problems.ts'

/** What each problem says of the request, in the order of the problems. */
export const meanings: Record<ProblemCode, string> = {
  invalid_cursor:
    'The cursor was not made by this service, or it was made for another account, list or filter.',
  invalid_request:
    'The path, the query, a header or the body does not have the form that the contract asks for.',
  malformed_csv: 'The file is not one table: a row breaks off, a quote stays open, or the bytes are no text.',
  malformed_json: 'The body is cut off, is not JSON, is not in UTF-8, or holds more than one document.',
  malformed_request: 'What arrived is not a request in HTTP that the service can follow.',
  unauthenticated:
    'No key or token came with the request, or the one that came is unknown, expired, removed, or meant for others.',
  insufficient_scope: 'The key or token is live, but was made for less than this operation needs.',
  origin_refused: 'A browser sent it for a page of another site, which has no business here.',
  not_found:
    'There is no such record, or it belongs to an account that this key may not see. The two answer alike on purpose.',
  route_not_found: 'Nothing is served at this path.',
  method_not_allowed: 'The path exists, but not for this method.',
  request_timeout: 'The service waited for the rest of the request, and it did not come.',
  deliveries_pending:
    'As many messages as may wait for one endpoint are waiting already, so no more are added.',
  engagement_exists: 'Coach and client have an engagement that has not ended. There is one at a time.',
  external_ref_taken:
    'Within an account an external id belongs to one application, so that a tool finds the one it means.',
  idempotency_key_in_use: 'A request with this Idempotency-Key has begun and has not been answered yet.',
  import_running: 'An account brings in one file at a time, and one is under way.',
  last_managing_key:
    'The account would be left without a live key that may manage it, and nobody could make one. Those who sign in through a provider need none.',
  pitch_in_use: 'An interview or a later version names this pitch, so that it stays as it was said.',
  reason_in_use: 'An outcome names this reason, and would lose why it ended.',
  secrets_overlapping:
    'Messages are signed with as many secrets as may overlap. Another one would cut the day short that the first has left.',
  study_item_exists:
    'All times that a question was asked are gathered in one item, and this question has one.',
  events_forgotten:
    'Events are kept for 90 days, and this cursor is older. Some of what came after it is gone.',
  precondition_failed: 'The record was changed since you read it, or exists where none was expected.',
  payload_too_large: 'The body is larger than this operation takes.',
  uri_too_long: 'The path or a part of it is longer than any id.',
  unsupported_media_type:
    'The Content-Type, the charset or the Content-Encoding is none that this operation reads.',
  assignment_closed: 'The assignment is done or withdrawn, and stays as it was.',
  calendar_feed_limit_reached: 'An account has as many calendar feeds as it may have.',
  day_ahead: 'This is a day on which something happened, and it has not begun anywhere on Earth.',
  end_behind:
    'An end has to lie ahead, and this one has passed: a last day is over when it is in the time zone of the account.',
  endpoint_disabled: 'The endpoint was switched off, by you or after five days of failures.',
  endpoint_limit_reached: 'An account has as many webhook endpoints as it may have.',
  endpoint_url_refused:
    'The address is not https, names a machine that is not public, or holds credentials or a fragment.',
  engagement_not_live: 'The engagement has not begun, or has ended, and this can be changed at no such time.',
  engagement_with_oneself: 'The token of an invitation was accepted by the account that made it.',
  erasure_not_confirmed:
    'Erasure takes everything, so it is done only when confirm holds the id of the account.',
  idempotency_key_reused:
    'This Idempotency-Key stands for another request of the last 24 hours, or, where secrets are made, for the same one of another API key; of a coach, for one before the client changed what they may do.',
  import_not_readable:
    'The columns do not say which company and role a row is about, or the mapping names one that is not there.',
  interview_ahead: 'This is only known after an interview, and this one has not begun.',
  invitation_limit_reached: 'As many invitations as one account may have are waiting.',
  key_limit_reached: 'An account has as many live keys as it may have.',
  key_replaced:
    'A rotation put another key in the place of yours. Until it ends it does all that it did, but that it makes, changes or rotates a key.',
  life_not_held: 'The new key would live longer than the key or token that makes it.',
  not_the_author: 'A note or an assignment is changed by whoever wrote it.',
  not_the_client: 'What a coach may do, and until when, is for the client alone to say.',
  period_ahead: 'A look back is on days that are over, and this period ends later.',
  plan_not_if_then:
    'A plan names a moment and what to do then. One of them is missing, or both say the same.',
  question_not_in_subject: 'The question was asked in another interview than the one that is reflected on.',
  reason_limit_reached: 'An account has as many reasons of its own as it may have.',
  reason_unknown: 'A reason named here is neither in the catalogue nor among your own.',
  reflection_completed: 'The reflection was completed, and stays as it was.',
  reflection_incomplete: 'A reflection is complete when each of the three questions is answered or skipped.',
  reflection_out_of_order:
    'The three questions have an order: what went well, what did not, what to do differently. An earlier one is open.',
  replay_too_large: 'More events lie in this time than are sent again at once.',
  scope_not_held: 'The new key would be allowed more than the key or token that makes it.',
  scopes_missing: 'An invitation was accepted by the client without saying what the coach may do.',
  secrets_key_missing: 'The service has no key to seal the secrets of webhooks with, so it keeps none.',
  session_ahead: 'A coaching session is held once it has begun, and this one begins later.',
  share_link_limit_reached: 'An account has as many share links as it may have.',
  step_not_skippable: 'A reflection begins with what went well, and that question is answered, not skipped.',
  study_item_is_itself: 'Two wordings are merged into one item, and both named here are the same item.',
  study_notes_too_long:
    'One item keeps the notes of both, and together they are longer than the notes of an item may be. Nothing is cut off.',
  rate_limited:
    'The account, the key or the address sent as much as it may in a minute; the detail says which, and so does the `RateLimit` header, with `r=0`.',
  headers_too_large: 'The headers of the request, with its address, are larger than the service reads.',
  internal_error: 'The service failed at something it should have done. Nothing of the request was stored.',
  identity_provider_unavailable:
    'The provider that gave out the access token cannot be asked for its keys, so nobody knows yet whether the token is good.',
  outcome_unknown:
    'The connection to the database broke while the write was being confirmed. It is stored whole, or not at all.',
  overloaded: 'The service has more to do than it gets done, and turns some requests away to keep up.',
  unavailable:
    'The database did not answer in time, or another write held what this one needs; the detail says which. Nothing of the request was stored.',
}
