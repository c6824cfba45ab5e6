CREATE TABLE "engagements" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"coach_account_id" uuid,
	"invited_by" text NOT NULL,
	"status" text NOT NULL,
	"scopes" text[] NOT NULL,
	"message" text,
	"token_hash" text,
	"invitation_expires_at" timestamp(3) with time zone NOT NULL,
	"accepted_at" timestamp(3) with time zone,
	"ends_on" date,
	"ends_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"ended_by" text,
	CONSTRAINT "engagements_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "engagements_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "engagements_status_check" CHECK ("engagements"."status" IN ('invited', 'active', 'paused', 'ended')),
	CONSTRAINT "engagements_roles_check" CHECK ("engagements"."invited_by" IN ('coach', 'client') AND "engagements"."ended_by" IN ('coach', 'client')),
	CONSTRAINT "engagements_coach_check" CHECK ("engagements"."status" NOT IN ('active', 'paused') OR "engagements"."coach_account_id" <> "engagements"."account_id"),
	CONSTRAINT "engagements_end_check" CHECK (("engagements"."status" = 'ended') = ("engagements"."ended_at" IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "notes" ALTER COLUMN "author_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "engagements_live_key" ON "engagements" USING btree ("account_id","coach_account_id") WHERE "engagements"."status" IN ('active', 'paused');--> statement-breakpoint
CREATE INDEX "engagements_coach_index" ON "engagements" USING btree ("coach_account_id","id");