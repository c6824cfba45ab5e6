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
CREATE TABLE "pauses" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"from" date NOT NULL,
	"to" date,
	"notes" text,
	CONSTRAINT "pauses_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "pauses_days_check" CHECK ("pauses"."from" <= "pauses"."to")
);
--> statement-breakpoint
CREATE TABLE "own_reasons" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"code" text NOT NULL,
	"group" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	CONSTRAINT "own_reasons_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "own_reasons_code_key" UNIQUE("account_id","code"),
	CONSTRAINT "own_reasons_group_check" CHECK ("own_reasons"."group" IN ('not_about_you', 'fit', 'comparison', 'something_to_learn', 'own_choice', 'unknown'))
);
--> statement-breakpoint
ALTER TABLE "reflections" DROP CONSTRAINT "reflections_subject_check";--> statement-breakpoint
ALTER TABLE "reflections" ADD COLUMN "period_from" date;--> statement-breakpoint
ALTER TABLE "reflections" ADD COLUMN "period_to" date;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_application_fkey" FOREIGN KEY ("account_id","application_id") REFERENCES "public"."applications"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_interview_fkey" FOREIGN KEY ("account_id","interview_id") REFERENCES "public"."interviews"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_reasons" ADD CONSTRAINT "own_reasons_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notes_application_index" ON "notes" USING btree ("account_id","application_id","id");--> statement-breakpoint
CREATE INDEX "notes_interview_index" ON "notes" USING btree ("account_id","interview_id","id");--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_period_check" CHECK (num_nonnulls("reflections"."period_from", "reflections"."period_to") <> 1 AND "reflections"."period_from" <= "reflections"."period_to");--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_subject_check" CHECK (num_nonnulls("reflections"."interview_id", "reflections"."application_id", "reflections"."period_from") = 1);