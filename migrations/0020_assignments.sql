CREATE TABLE "assignments" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"engagement_id" uuid,
	"application_id" uuid,
	"interview_id" uuid,
	"question_id" uuid,
	"text" text NOT NULL,
	"due_on" date,
	"status" text DEFAULT 'open' NOT NULL,
	"made_by" text NOT NULL,
	"completed_by" text,
	"completed_at" timestamp(3) with time zone,
	CONSTRAINT "assignments_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "assignments_subject_check" CHECK (num_nonnulls("assignments"."application_id", "assignments"."interview_id", "assignments"."question_id") <= 1),
	CONSTRAINT "assignments_status_check" CHECK ("assignments"."status" IN ('open', 'done', 'withdrawn')),
	CONSTRAINT "assignments_roles_check" CHECK ("assignments"."made_by" IN ('coach', 'client') AND "assignments"."completed_by" IN ('coach', 'client')),
	CONSTRAINT "assignments_completion_check" CHECK (num_nonnulls("assignments"."completed_by", "assignments"."completed_at") = CASE "assignments"."status" WHEN 'done' THEN 2 ELSE 0 END)
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_engagement_fkey" FOREIGN KEY ("account_id","engagement_id") REFERENCES "public"."engagements"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_application_fkey" FOREIGN KEY ("account_id","application_id") REFERENCES "public"."applications"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_interview_fkey" FOREIGN KEY ("account_id","interview_id") REFERENCES "public"."interviews"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_question_fkey" FOREIGN KEY ("account_id","question_id") REFERENCES "public"."questions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_open_index" ON "assignments" USING btree ("account_id","due_on","id") WHERE "assignments"."status" = 'open';--> statement-breakpoint
CREATE INDEX "assignments_engagement_index" ON "assignments" USING btree ("account_id","engagement_id","id");--> statement-breakpoint
CREATE INDEX "assignments_application_index" ON "assignments" USING btree ("account_id","application_id");--> statement-breakpoint
CREATE INDEX "assignments_interview_index" ON "assignments" USING btree ("account_id","interview_id");--> statement-breakpoint
CREATE INDEX "assignments_question_index" ON "assignments" USING btree ("account_id","question_id");