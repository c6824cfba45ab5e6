-- Every reason that an outcome names carries the group that its code has in the catalogue.
UPDATE "outcomes" SET "reasons" = (
	SELECT jsonb_agg(jsonb_build_object('group', coalesce("catalogue"."group", 'unknown')) || "given"."reason" ORDER BY "given"."position")
	FROM jsonb_array_elements("outcomes"."reasons") WITH ORDINALITY AS "given" ("reason", "position")
	LEFT JOIN (
		VALUES
			('internal_restructuring', 'not_about_you'),
			('position_cancelled', 'not_about_you'),
			('hiring_manager_unavailable', 'not_about_you'),
			('internal_candidate', 'not_about_you'),
			('predetermined_candidate', 'not_about_you'),
			('budget_cut', 'not_about_you'),
			('hiring_freeze', 'not_about_you'),
			('internal_change', 'not_about_you'),
			('major_incident', 'not_about_you'),
			('legal_proceedings', 'not_about_you'),
			('personal_connection_hired', 'not_about_you'),
			('filled_before_you', 'not_about_you'),
			('never_a_real_opening', 'not_about_you'),
			('location_mismatch', 'fit'),
			('compensation_mismatch', 'fit'),
			('work_authorization', 'fit'),
			('timing_mismatch', 'fit'),
			('level_mismatch', 'fit'),
			('another_candidate_preferred', 'comparison'),
			('knowledge_gap', 'something_to_learn'),
			('could_not_show_knowledge', 'something_to_learn'),
			('value_not_communicated', 'something_to_learn'),
			('examples_missing', 'something_to_learn'),
			('preparation_gap', 'something_to_learn'),
			('assessment_result', 'something_to_learn'),
			('experience_gap', 'something_to_learn'),
			('accepted_another_offer', 'own_choice'),
			('compensation_declined', 'own_choice'),
			('role_not_wanted', 'own_choice'),
			('process_too_slow', 'own_choice'),
			('personal_reasons', 'own_choice'),
			('no_reason_given', 'unknown')
	) AS "catalogue" ("code", "group") ON "catalogue"."code" = "given"."reason" ->> 'code'
)
WHERE jsonb_array_length("reasons") > 0;
