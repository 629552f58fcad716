-- AlterTable
ALTER TABLE "ReviewEvent" ADD COLUMN     "claimedAt" BIGINT;

-- AlterTable
ALTER TABLE "CardState" ADD COLUMN     "answeredDay" INTEGER,
ADD COLUMN     "buriedDay" INTEGER,
ADD COLUMN     "introducedDay" INTEGER,
ADD COLUMN     "lastGrade" INTEGER,
ADD COLUMN     "reviewedDay" INTEGER;
