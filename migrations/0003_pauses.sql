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
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;