CREATE TABLE "outcome_changes" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"change" text NOT NULL,
	"outcome" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "outcome_changes_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "outcome_changes_change_check" CHECK ("outcome_changes"."change" IN ('recorded', 'corrected', 'retracted'))
);
--> statement-breakpoint
ALTER TABLE "outcome_changes" ADD CONSTRAINT "outcome_changes_application_fkey" FOREIGN KEY ("account_id","application_id") REFERENCES "public"."applications"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outcome_changes_application_index" ON "outcome_changes" USING btree ("account_id","application_id","id");