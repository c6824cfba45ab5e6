ALTER TABLE "applications" ADD COLUMN "priority" text;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "contacts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "next_step" jsonb;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "external_ref" jsonb;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "archived_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "last_interview_on" date;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_external_ref_key" ON "applications" USING btree ("account_id",("external_ref" ->> 'source'),("external_ref" ->> 'id'));--> statement-breakpoint
CREATE INDEX "applications_applied_index" ON "applications" USING btree ("account_id",coalesce("applied_on", '-infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "applications_activity_index" ON "applications" USING btree ("account_id","last_activity_at","id");--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_priority_check" CHECK ("applications"."priority" IN ('low', 'medium', 'high'));--> statement-breakpoint
UPDATE "applications" SET "last_interview_on" = (
  SELECT max(coalesce("held_on", ("starts_at" AT TIME ZONE 'UTC')::date)) FROM "interviews"
  WHERE "interviews"."account_id" = "applications"."account_id" AND "application_id" = "applications"."id" AND "interviews"."status" = 'completed');
