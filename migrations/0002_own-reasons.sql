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
ALTER TABLE "own_reasons" ADD CONSTRAINT "own_reasons_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;