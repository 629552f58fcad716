-- CreateTable
CREATE TABLE "StudyBreak" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "fromDay" INTEGER NOT NULL,
    "untilDay" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "StudyBreak_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CatchUp" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "fromDay" INTEGER NOT NULL,
    "untilDay" INTEGER NOT NULL,
    "reviewsPerDay" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "CatchUp_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "lastUsedAt" BIGINT,
    CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reminder" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "hour" INTEGER NOT NULL,
    "quietFrom" INTEGER NOT NULL,
    "quietUntil" INTEGER NOT NULL,
    "lastSentDay" INTEGER,
    "stopHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "Reminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Erasure" (
    "userHash" TEXT NOT NULL PRIMARY KEY,
    "erasedAt" BIGINT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "image" TEXT,
    "emailVerified" BIGINT,
    "passwordHash" TEXT,
    "role" TEXT NOT NULL DEFAULT 'LEARNER',
    "sessionVersion" INTEGER NOT NULL DEFAULT 0,
    "createdAt" BIGINT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "rolloverHour" INTEGER NOT NULL DEFAULT 4,
    "newPerDay" INTEGER NOT NULL DEFAULT 6,
    "reviewsPerDay" INTEGER NOT NULL DEFAULT 60,
    "targetVersion" TEXT NOT NULL DEFAULT '3.14',
    "totpSecret" TEXT,
    "totpSince" BIGINT,
    "totpLastStep" INTEGER,
    "restDays" INTEGER NOT NULL DEFAULT 0,
    "eraseAt" BIGINT
);
INSERT INTO "new_User" ("createdAt", "email", "emailVerified", "id", "image", "name", "newPerDay", "passwordHash", "reviewsPerDay", "role", "rolloverHour", "sessionVersion", "targetVersion", "timeZone", "totpLastStep", "totpSecret", "totpSince") SELECT "createdAt", "email", "emailVerified", "id", "image", "name", "newPerDay", "passwordHash", "reviewsPerDay", "role", "rolloverHour", "sessionVersion", "targetVersion", "timeZone", "totpLastStep", "totpSecret", "totpSince" FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
