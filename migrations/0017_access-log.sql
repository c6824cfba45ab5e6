CREATE TABLE "access_log" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"operation" text NOT NULL,
	"record_id" uuid,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "access_log_pkey" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_engagement_fkey" FOREIGN KEY ("account_id","engagement_id") REFERENCES "public"."engagements"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_log_engagement_index" ON "access_log" USING btree ("account_id","engagement_id");