export type RemarkCode =
  | 'applied_without_date'
  | 'changed_since'
  | 'character_not_read'
  | 'control_character_replaced'
  | 'currency_assumed'
  | 'currency_not_stated'
  | 'date_before_application'
  | 'date_in_future'
  | 'date_not_read'
  | 'date_order_ambiguous'
  | 'date_without_year'
  | 'derived_column'
  | 'ending_not_stated'
  | 'kept_in_notes'
  | 'no_such_day'
  | 'not_day_of_application'
  | 'offer_before_rejection'
  | 'period_assumed'
  | 'possible_duplicate'
  | 'read_as_own_decision'
  | 'recorded_otherwise'
  | 'rounds_implied'
  | 'same_as_row'
  | 'second_value'
  | 'several_dates'
  | 'several_states'
  | 'silence_has_no_date'
  | 'state_from_notes'
  | 'time_zone_not_read'
  | 'too_long'
  | 'url_not_http'
  | 'value_not_understood'

/** `heading` is null where it is about the row as a whole; `value` is what it is about, at most 100 characters. */
export type Remark = { heading: string | null; code: RemarkCode; value: string | null; detail: string }

export type Invalid = {
  heading: string | null
  code: 'company_or_role_required' | 'too_long' | 'totals_row'
  detail: string
}
