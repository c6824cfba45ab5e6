CREATE INDEX "applications_company_index" ON "applications" USING btree ("account_id",lower(trim("company")));--> statement-breakpoint
CREATE INDEX "interviews_kind_index" ON "interviews" USING btree ("account_id","kind","id");--> statement-breakpoint
CREATE INDEX "interviews_scheduled_index" ON "interviews" USING btree ("account_id","starts_at") WHERE "interviews"."status" = 'scheduled';--> statement-breakpoint
CREATE INDEX "plans_status_index" ON "plans" USING btree ("account_id","status","id");--> statement-breakpoint
CREATE INDEX "study_items_topic_index" ON "study_items" USING btree ("account_id",lower("topic"));