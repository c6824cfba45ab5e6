CREATE TABLE "notes" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"application_id" uuid,
	"interview_id" uuid,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"visibility" text NOT NULL,
	CONSTRAINT "notes_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "notes_subject_check" CHECK (num_nonnulls("notes"."application_id", "notes"."interview_id") <= 1),
	CONSTRAINT "notes_visibility_check" CHECK ("notes"."visibility" IN ('author', 'shared'))
);
--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_application_fkey" FOREIGN KEY ("account_id","application_id") REFERENCES "public"."applications"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_interview_fkey" FOREIGN KEY ("account_id","interview_id") REFERENCES "public"."interviews"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notes_application_index" ON "notes" USING btree ("account_id","application_id","id");--> statement-breakpoint
CREATE INDEX "notes_interview_index" ON "notes" USING btree ("account_id","interview_id","id");