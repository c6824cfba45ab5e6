ALTER TABLE "reflections" DROP CONSTRAINT "reflections_subject_check";--> statement-breakpoint
ALTER TABLE "reflections" ADD COLUMN "period_from" date;--> statement-breakpoint
ALTER TABLE "reflections" ADD COLUMN "period_to" date;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_period_check" CHECK (num_nonnulls("reflections"."period_from", "reflections"."period_to") <> 1 AND "reflections"."period_from" <= "reflections"."period_to");--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_subject_check" CHECK (num_nonnulls("reflections"."interview_id", "reflections"."application_id", "reflections"."period_from") = 1);