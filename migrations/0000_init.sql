CREATE TABLE "imported_rows" (
	"account_id" uuid NOT NULL,
	"identity" text NOT NULL,
	"occurrence" integer NOT NULL,
	"same_role" text NOT NULL,
	"application_id" uuid NOT NULL,
	"reading" jsonb NOT NULL,
	CONSTRAINT "imported_rows_pkey" PRIMARY KEY("account_id","identity","occurrence")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"format" text NOT NULL,
	"status" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"date_order" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "imports_pkey" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"email" text,
	"time_zone" text NOT NULL,
	"locale" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"name" text NOT NULL,
	"hint" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"life_seconds" bigint,
	"last_used_at" timestamp(3) with time zone,
	CONSTRAINT "api_keys_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "api_keys_secret_hash_key" UNIQUE("secret_hash"),
	CONSTRAINT "api_keys_scopes_check" CHECK (cardinality("api_keys"."scopes") > 0)
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"company" text,
	"role_title" text,
	"url" text,
	"location" text,
	"work_mode" text,
	"employment_type" text,
	"source" jsonb,
	"salary_range" jsonb,
	"resume_version" text,
	"description" text,
	"notes" text,
	"applied_on" date,
	"responded_on" date,
	"stage" text DEFAULT 'saved' NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"outcome" text,
	"interview_count" integer DEFAULT 0 NOT NULL,
	"last_activity_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "applications_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "applications_named_check" CHECK ("applications"."company" IS NOT NULL OR "applications"."role_title" IS NOT NULL),
	CONSTRAINT "applications_stage_check" CHECK ("applications"."stage" IN ('saved', 'applied', 'responded', 'interviewed', 'offered', 'accepted')),
	CONSTRAINT "applications_status_check" CHECK ("applications"."status" IN ('open', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"application_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"kind" text NOT NULL,
	"format" text,
	"label" text,
	"starts_at" timestamp(3) with time zone,
	"held_on" date,
	"duration_minutes" integer,
	"time_zone" text,
	"location" text,
	"meeting_url" text,
	"interviewers" jsonb NOT NULL,
	"status" text NOT NULL,
	"result" text NOT NULL,
	"heard_back_on" date,
	"notes" text,
	CONSTRAINT "interviews_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "interviews_round_check" CHECK ("interviews"."round" BETWEEN 1 AND 50),
	CONSTRAINT "interviews_day_check" CHECK ("interviews"."starts_at" IS NULL OR "interviews"."held_on" IS NULL),
	CONSTRAINT "interviews_status_check" CHECK ("interviews"."status" IN ('scheduled', 'completed', 'cancelled', 'missed')),
	CONSTRAINT "interviews_result_check" CHECK ("interviews"."result" IN ('pending', 'advanced', 'not_advanced', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"application_id" uuid NOT NULL,
	"received_on" date,
	"respond_by" date,
	"salary" jsonb,
	"notes" text,
	CONSTRAINT "offers_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "offers_application_key" UNIQUE("account_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"decided_on" date,
	"learned_on" date,
	"reasons" jsonb NOT NULL,
	"employer_feedback" text,
	"anything_to_learn" boolean,
	"door_open" boolean,
	"attribution" text,
	CONSTRAINT "outcomes_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "outcomes_application_key" UNIQUE("account_id","application_id"),
	CONSTRAINT "outcomes_kind_check" CHECK ("outcomes"."kind" IN ('offer_accepted', 'offer_declined', 'offer_rescinded', 'rejected', 'no_response', 'withdrawn', 'role_closed'))
);
--> statement-breakpoint
CREATE TABLE "plan_reviews" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"plan_id" uuid NOT NULL,
	"interview_id" uuid,
	"tried" boolean NOT NULL,
	"helped" text,
	"notes" text,
	CONSTRAINT "plan_reviews_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "plan_reviews_helped_check" CHECK ("plan_reviews"."helped" IN ('yes', 'no', 'unsure'))
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"if" text NOT NULL,
	"then" text NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "plans_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "plans_status_check" CHECK ("plans"."status" IN ('open', 'tried', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"interview_id" uuid NOT NULL,
	"prompt" text NOT NULL,
	"kind" text NOT NULL,
	"topic" text,
	"answered" text,
	"notes" text,
	CONSTRAINT "questions_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "questions_answered_check" CHECK ("questions"."answered" IN ('well', 'partly', 'did_not_know', 'knew_but_could_not_show'))
);
--> statement-breakpoint
CREATE TABLE "reflection_entry_plans" (
	"account_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	CONSTRAINT "reflection_entry_plans_pkey" PRIMARY KEY("account_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "reflection_entry_questions" (
	"account_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	CONSTRAINT "reflection_entry_questions_pkey" PRIMARY KEY("account_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "reflection_entries" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"reflection_id" uuid NOT NULL,
	"step" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "reflection_entries_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "reflection_entries_step_check" CHECK ("reflection_entries"."step" IN ('went_well', 'did_not_go_well', 'do_differently'))
);
--> statement-breakpoint
CREATE TABLE "reflections" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"interview_id" uuid,
	"application_id" uuid,
	"status" text NOT NULL,
	"private" boolean NOT NULL,
	"skipped" text[] NOT NULL,
	"completed_at" timestamp(3) with time zone,
	CONSTRAINT "reflections_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "reflections_subject_check" CHECK (num_nonnulls("reflections"."interview_id", "reflections"."application_id") = 1),
	CONSTRAINT "reflections_status_check" CHECK ("reflections"."status" IN ('open', 'completed'))
);
--> statement-breakpoint
CREATE TABLE "event_counters" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"last" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"account_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("account_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "imported_rows" ADD CONSTRAINT "imported_rows_application_fkey" FOREIGN KEY ("account_id","application_id") REFERENCES "public"."applications"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_application_fkey" FOREIGN KEY ("account_id","application_id") REFERENCES "public"."applications"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_application_fkey" FOREIGN KEY ("account_id","application_id") REFERENCES "public"."applications"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_application_fkey" FOREIGN KEY ("account_id","application_id") REFERENCES "public"."applications"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_reviews" ADD CONSTRAINT "plan_reviews_plan_fkey" FOREIGN KEY ("account_id","plan_id") REFERENCES "public"."plans"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_reviews" ADD CONSTRAINT "plan_reviews_interview_fkey" FOREIGN KEY ("account_id","interview_id") REFERENCES "public"."interviews"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_interview_fkey" FOREIGN KEY ("account_id","interview_id") REFERENCES "public"."interviews"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_entry_plans" ADD CONSTRAINT "reflection_entry_plans_entry_fkey" FOREIGN KEY ("account_id","entry_id") REFERENCES "public"."reflection_entries"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_entry_plans" ADD CONSTRAINT "reflection_entry_plans_plan_fkey" FOREIGN KEY ("account_id","plan_id") REFERENCES "public"."plans"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_entry_questions" ADD CONSTRAINT "reflection_entry_questions_entry_fkey" FOREIGN KEY ("account_id","entry_id") REFERENCES "public"."reflection_entries"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_entry_questions" ADD CONSTRAINT "reflection_entry_questions_question_fkey" FOREIGN KEY ("account_id","question_id") REFERENCES "public"."questions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_entries" ADD CONSTRAINT "reflection_entries_reflection_fkey" FOREIGN KEY ("account_id","reflection_id") REFERENCES "public"."reflections"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_interview_fkey" FOREIGN KEY ("account_id","interview_id") REFERENCES "public"."interviews"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_application_fkey" FOREIGN KEY ("account_id","application_id") REFERENCES "public"."applications"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_rows_application_index" ON "imported_rows" USING btree ("account_id","application_id");--> statement-breakpoint
CREATE INDEX "applications_stage_index" ON "applications" USING btree ("account_id","stage","id");--> statement-breakpoint
CREATE INDEX "interviews_application_index" ON "interviews" USING btree ("account_id","application_id","round");--> statement-breakpoint
CREATE INDEX "plan_reviews_plan_index" ON "plan_reviews" USING btree ("account_id","plan_id");--> statement-breakpoint
CREATE INDEX "plan_reviews_interview_index" ON "plan_reviews" USING btree ("account_id","interview_id");--> statement-breakpoint
CREATE INDEX "questions_interview_index" ON "questions" USING btree ("account_id","interview_id","id");--> statement-breakpoint
CREATE INDEX "reflection_entry_plans_plan_index" ON "reflection_entry_plans" USING btree ("account_id","plan_id");--> statement-breakpoint
CREATE INDEX "reflection_entry_questions_question_index" ON "reflection_entry_questions" USING btree ("account_id","question_id");--> statement-breakpoint
CREATE INDEX "reflection_entries_reflection_index" ON "reflection_entries" USING btree ("account_id","reflection_id","id");--> statement-breakpoint
CREATE INDEX "reflections_interview_index" ON "reflections" USING btree ("account_id","interview_id");--> statement-breakpoint
CREATE INDEX "reflections_application_index" ON "reflections" USING btree ("account_id","application_id");