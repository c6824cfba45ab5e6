CREATE TABLE "coaching_sessions" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"engagement_id" uuid,
	"starts_at" timestamp(3) with time zone NOT NULL,
	"duration_minutes" integer,
	"time_zone" text,
	"meeting_url" text,
	"status" text NOT NULL,
	"notes" text,
	CONSTRAINT "coaching_sessions_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "coaching_sessions_status_check" CHECK ("coaching_sessions"."status" IN ('scheduled', 'held', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_engagement_fkey" FOREIGN KEY ("account_id","engagement_id") REFERENCES "public"."engagements"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coaching_sessions_start_index" ON "coaching_sessions" USING btree ("account_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "coaching_sessions_engagement_index" ON "coaching_sessions" USING btree ("account_id","engagement_id");--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_session_fkey" FOREIGN KEY ("account_id","session_id") REFERENCES "public"."coaching_sessions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_session_index" ON "assignments" USING btree ("account_id","session_id");