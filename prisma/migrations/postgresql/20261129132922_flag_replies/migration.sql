-- AlterTable
ALTER TABLE "CardFlag" ADD COLUMN     "repliedAt" BIGINT,
ADD COLUMN     "repliedById" TEXT,
ADD COLUMN     "reply" TEXT;
