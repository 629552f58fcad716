-- AlterTable
ALTER TABLE "CardState" ADD COLUMN "difficulty" INTEGER;
ALTER TABLE "CardState" ADD COLUMN "stability" BIGINT;

-- CreateTable
CREATE TABLE "StudyPlan" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "scheduler" TEXT NOT NULL DEFAULT 'sm2',
    "retention" INTEGER NOT NULL DEFAULT 90,
    "interviewDay" INTEGER,
    CONSTRAINT "StudyPlan_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CardState_userId_answeredDay_idx" ON "CardState"("userId", "answeredDay");

-- CreateIndex
CREATE INDEX "CardState_userId_reviewedDay_idx" ON "CardState"("userId", "reviewedDay");

-- CreateIndex
CREATE INDEX "CardState_userId_broughtDay_idx" ON "CardState"("userId", "broughtDay");
