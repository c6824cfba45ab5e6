CREATE TABLE "idempotent_answers" (
	"account_id" uuid NOT NULL,
	"key_digest" text NOT NULL,
	"request_digest" text NOT NULL,
	"status" integer NOT NULL,
	"content_type" text NOT NULL,
	"location" text,
	"record_version" integer,
	"body" "bytea" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotent_answers_pkey" PRIMARY KEY("account_id","key_digest")
);
--> statement-breakpoint
CREATE INDEX "idempotent_answers_digest_index" ON "idempotent_answers" USING btree ("key_digest");--> statement-breakpoint
CREATE INDEX "idempotent_answers_created_index" ON "idempotent_answers" USING btree ("created_at");