INSERT INTO "outcome_changes" ("account_id", "id", "application_id", "change", "outcome", "created_at")
SELECT "account_id", "id", "application_id", 'recorded', jsonb_build_object(
  'kind', "kind", 'decidedOn', "decided_on", 'learnedOn', "learned_on", 'reasons', "reasons", 'employerFeedback', "employer_feedback",
  'anythingToLearn', "anything_to_learn", 'doorOpen', "door_open", 'attribution', "attribution"), "created_at" FROM "outcomes";
