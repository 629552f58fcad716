-- AlterTable
ALTER TABLE "CardFlag" ADD COLUMN "repliedAt" BIGINT;
ALTER TABLE "CardFlag" ADD COLUMN "repliedById" TEXT;
ALTER TABLE "CardFlag" ADD COLUMN "reply" TEXT;
