CREATE TABLE "pitches" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"previous_id" uuid,
	"archived_at" timestamp(3) with time zone,
	CONSTRAINT "pitches_pkey" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "pitch_id" uuid;--> statement-breakpoint
ALTER TABLE "pitches" ADD CONSTRAINT "pitches_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pitches" ADD CONSTRAINT "pitches_previous_fkey" FOREIGN KEY ("account_id","previous_id") REFERENCES "public"."pitches"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pitches_previous_index" ON "pitches" USING btree ("account_id","previous_id");--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_pitch_fkey" FOREIGN KEY ("account_id","pitch_id") REFERENCES "public"."pitches"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interviews_pitch_index" ON "interviews" USING btree ("account_id","pitch_id");