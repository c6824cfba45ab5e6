ALTER TABLE "plans" ADD COLUMN "private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "plans" SET "private" = true WHERE EXISTS (
  SELECT FROM "reflection_entry_plans"
  JOIN "reflection_entries" ON "reflection_entries"."account_id" = "reflection_entry_plans"."account_id" AND "reflection_entries"."id" = "reflection_entry_plans"."entry_id"
  JOIN "reflections" ON "reflections"."account_id" = "reflection_entries"."account_id" AND "reflections"."id" = "reflection_entries"."reflection_id"
  WHERE "reflection_entry_plans"."account_id" = "plans"."account_id" AND "reflection_entry_plans"."plan_id" = "plans"."id" AND "reflections"."private");
