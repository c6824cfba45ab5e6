CREATE TABLE "study_item_prompts" (
	"account_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"prompt_digest" text NOT NULL,
	CONSTRAINT "study_item_prompts_pkey" PRIMARY KEY("account_id","prompt_digest")
);
--> statement-breakpoint
CREATE TABLE "study_items" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"prompt" text NOT NULL,
	"mode" text NOT NULL,
	"topic" text,
	"answer_notes" text,
	"own" boolean NOT NULL,
	"state" text NOT NULL,
	"schedule" jsonb,
	"scheduled_on" date NOT NULL,
	CONSTRAINT "study_items_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "study_items_mode_check" CHECK ("study_items"."mode" IN ('learn', 'rehearse')),
	CONSTRAINT "study_items_state_check" CHECK ("study_items"."state" IN ('new', 'learning', 'ready'))
);
--> statement-breakpoint
CREATE TABLE "study_reviews" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"item_id" uuid NOT NULL,
	"rating" text NOT NULL,
	"source" text NOT NULL,
	"on" date NOT NULL,
	CONSTRAINT "study_reviews_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "study_reviews_rating_check" CHECK ("study_reviews"."rating" IN ('again', 'hard', 'good', 'easy')),
	CONSTRAINT "study_reviews_source_check" CHECK ("study_reviews"."source" IN ('review', 'interview'))
);
--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "prompt_digest" text;--> statement-breakpoint
UPDATE "questions" SET "prompt_digest" = rtrim(translate(encode(sha256(convert_to(
  trim(regexp_replace(lower(normalize("prompt", NFKC)), '[^[:alnum:]+#]+', ' ', 'g')), 'UTF8')), 'base64'), '+/', '-_'), '=');--> statement-breakpoint
ALTER TABLE "questions" ALTER COLUMN "prompt_digest" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "study_item_prompts" ADD CONSTRAINT "study_item_prompts_item_fkey" FOREIGN KEY ("account_id","item_id") REFERENCES "public"."study_items"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_items" ADD CONSTRAINT "study_items_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_reviews" ADD CONSTRAINT "study_reviews_item_fkey" FOREIGN KEY ("account_id","item_id") REFERENCES "public"."study_items"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "study_item_prompts_item_index" ON "study_item_prompts" USING btree ("account_id","item_id");--> statement-breakpoint
CREATE INDEX "study_reviews_item_index" ON "study_reviews" USING btree ("account_id","item_id","id");--> statement-breakpoint
CREATE INDEX "questions_prompt_index" ON "questions" USING btree ("account_id","prompt_digest");