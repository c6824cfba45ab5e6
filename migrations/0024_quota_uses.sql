-- Unlogged by hand, and tied to the account by hand: the platform's tables know no area.
CREATE UNLOGGED TABLE "quota_uses" (
	"account_id" uuid NOT NULL,
	"partition" uuid NOT NULL,
	"used" integer NOT NULL,
	"ends_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "quota_uses_pkey" PRIMARY KEY("account_id","partition")
);
--> statement-breakpoint
ALTER TABLE "quota_uses" ADD CONSTRAINT "quota_uses_account_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE;
