CREATE TABLE "erased_identities" (
	"digest" text NOT NULL,
	"erased_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "erased_identities_pkey" PRIMARY KEY("digest")
);
