-- AlterTable
ALTER TABLE "User" ADD COLUMN     "eraseAt" BIGINT,
ADD COLUMN     "restDays" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "StudyBreak" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "fromDay" INTEGER NOT NULL,
    "untilDay" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "StudyBreak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatchUp" (
    "userId" TEXT NOT NULL,
    "fromDay" INTEGER NOT NULL,
    "untilDay" INTEGER NOT NULL,
    "reviewsPerDay" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "CatchUp_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "lastUsedAt" BIGINT,

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "userId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "userId" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "quietFrom" INTEGER NOT NULL,
    "quietUntil" INTEGER NOT NULL,
    "lastSentDay" INTEGER,
    "stopHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Erasure" (
    "userHash" TEXT NOT NULL,
    "erasedAt" BIGINT NOT NULL,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("userHash")
);

-- CreateIndex
CREATE INDEX "StudyBreak_userId_untilDay_idx" ON "StudyBreak"("userId", "untilDay");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_stopHash_key" ON "Reminder"("stopHash");

-- AddForeignKey
ALTER TABLE "StudyBreak" ADD CONSTRAINT "StudyBreak_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatchUp" ADD CONSTRAINT "CatchUp_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
