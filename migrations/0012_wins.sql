CREATE TABLE "wins" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"text" text NOT NULL,
	"on" date NOT NULL,
	CONSTRAINT "wins_pkey" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "wins" ADD CONSTRAINT "wins_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wins_on_index" ON "wins" USING btree ("account_id","on","id");