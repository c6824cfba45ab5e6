CREATE TABLE "share_links" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"label" text,
	"figures" text[] NOT NULL,
	"from" date,
	"to" date,
	"expires_on" date,
	"expires_at" timestamp(3) with time zone,
	"token_hash" text NOT NULL,
	"opened_count" integer DEFAULT 0 NOT NULL,
	"last_opened_at" timestamp(3) with time zone,
	CONSTRAINT "share_links_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "share_links_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "share_links_figures_check" CHECK (cardinality("share_links"."figures") > 0),
	CONSTRAINT "share_links_end_check" CHECK (("share_links"."expires_on" IS NULL) = ("share_links"."expires_at" IS NULL))
);
--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interviews_held_index" ON "interviews" USING btree ("account_id",coalesce("held_on", ("starts_at" AT TIME ZONE 'UTC')::date));--> statement-breakpoint
CREATE INDEX "outcomes_learned_index" ON "outcomes" USING btree ("account_id",coalesce("learned_on", "decided_on", ("created_at" AT TIME ZONE 'UTC')::date));--> statement-breakpoint
CREATE INDEX "questions_missed_index" ON "questions" USING btree ("account_id","prompt_digest","id") WHERE "questions"."answered" IN ('did_not_know', 'knew_but_could_not_show');