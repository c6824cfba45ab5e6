CREATE TABLE "imported_records" (
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	CONSTRAINT "imported_records_pkey" PRIMARY KEY("account_id","kind","source_id")
);
--> statement-breakpoint
ALTER TABLE "imported_records" ADD CONSTRAINT "imported_records_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;