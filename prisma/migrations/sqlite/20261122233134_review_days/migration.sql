-- AlterTable
ALTER TABLE "ReviewEvent" ADD COLUMN "claimedAt" BIGINT;

-- AlterTable
ALTER TABLE "CardState" ADD COLUMN "answeredDay" INTEGER;
ALTER TABLE "CardState" ADD COLUMN "buriedDay" INTEGER;
ALTER TABLE "CardState" ADD COLUMN "introducedDay" INTEGER;
ALTER TABLE "CardState" ADD COLUMN "lastGrade" INTEGER;
ALTER TABLE "CardState" ADD COLUMN "reviewedDay" INTEGER;
