UPDATE "applications" SET "last_activity_at" = "heard"."at" FROM (
  SELECT "account_id", "application_id", max("heard_back_on")::timestamp AT TIME ZONE 'UTC' AS "at" FROM "interviews"
  WHERE "heard_back_on" IS NOT NULL GROUP BY "account_id", "application_id"
) AS "heard"
WHERE "heard"."account_id" = "applications"."account_id" AND "heard"."application_id" = "applications"."id"
  AND ("applications"."last_activity_at" < "heard"."at" OR "applications"."last_activity_at" = "applications"."created_at");
