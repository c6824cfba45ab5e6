CREATE TABLE "import_jobs" (
	"account_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"file" "bytea" NOT NULL,
	"options" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "import_jobs_pkey" PRIMARY KEY("account_id","import_id")
);
--> statement-breakpoint
CREATE TABLE "import_reports" (
	"account_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "import_reports_pkey" PRIMARY KEY("account_id","import_id","position")
);
--> statement-breakpoint
ALTER TABLE "import_jobs" ADD CONSTRAINT "import_jobs_import_fkey" FOREIGN KEY ("account_id","import_id") REFERENCES "public"."imports"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_reports" ADD CONSTRAINT "import_reports_import_fkey" FOREIGN KEY ("account_id","import_id") REFERENCES "public"."imports"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_jobs_leased_index" ON "import_jobs" USING btree ("leased_until");--> statement-breakpoint
INSERT INTO "import_reports" ("account_id", "import_id", "position", "rows") SELECT "account_id", "id", 0, "rows" FROM "imports";--> statement-breakpoint
UPDATE "imports" SET "counts" = "counts" || jsonb_build_object('done', "counts" -> 'rows');--> statement-breakpoint
ALTER TABLE "imports" DROP COLUMN "rows";--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_status_check" CHECK ("imports"."status" IN ('running', 'completed', 'failed'));