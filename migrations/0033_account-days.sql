ALTER TABLE "applications" ADD COLUMN "last_held_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "last_activity_on" date;--> statement-breakpoint
CREATE INDEX "interviews_day_index" ON "interviews" USING btree ("account_id","held_on");--> statement-breakpoint
CREATE INDEX "interviews_start_index" ON "interviews" USING btree ("account_id","starts_at");--> statement-breakpoint
UPDATE "applications" SET
  ("last_interview_on", "last_held_at", "last_activity_on") = (
    SELECT max("held_on") FILTER (WHERE "i"."status" = 'completed'), max("starts_at") FILTER (WHERE "i"."status" = 'completed'),
      greatest("applications"."applied_on", "applications"."responded_on", max("held_on") FILTER (WHERE "i"."status" = 'completed'),
        max("heard_back_on"), (
          SELECT "received_on" FROM "offers" AS "o"
          WHERE "o"."account_id" = "applications"."account_id" AND "o"."application_id" = "applications"."id"), (
          SELECT greatest("decided_on", "learned_on") FROM "outcomes" AS "o"
          WHERE "o"."account_id" = "applications"."account_id" AND "o"."application_id" = "applications"."id"))
    FROM "interviews" AS "i"
    WHERE "i"."account_id" = "applications"."account_id" AND "i"."application_id" = "applications"."id");
