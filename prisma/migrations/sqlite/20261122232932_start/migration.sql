-- CreateTable
CREATE TABLE "User" (
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
    "targetVersion" TEXT NOT NULL DEFAULT '3.14'
);

-- CreateTable
CREATE TABLE "Account" (
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    PRIMARY KEY ("provider", "providerAccountId"),
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AdminClaim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT,
    "usedById" TEXT
);

-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "topic" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "currentRevisionId" TEXT,
    "importedHash" TEXT,
    "searchText" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    CONSTRAINT "Card_currentRevisionId_fkey" FOREIGN KEY ("currentRevisionId") REFERENCES "CardRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CardRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cardId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "editClass" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "authorId" TEXT,
    CONSTRAINT "CardRevision_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CardRevision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProofRecord" (
    "revisionId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "ranAt" BIGINT NOT NULL,
    "engineHash" TEXT NOT NULL,
    "output" TEXT NOT NULL,

    PRIMARY KEY ("revisionId", "version", "mode"),
    CONSTRAINT "ProofRecord_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CardRevision" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "grade" INTEGER,
    "answeredAt" BIGINT NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "shownAt" BIGINT,
    "durationMs" INTEGER,
    "studyDay" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "rollover" INTEGER NOT NULL,
    "baseEventId" TEXT,
    "deviceId" TEXT,
    "confidence" INTEGER,
    "objective" TEXT,
    "scheduler" TEXT NOT NULL,
    "shownDueDay" INTEGER,
    "undoes" TEXT,
    "bodyHash" TEXT NOT NULL,
    CONSTRAINT "ReviewEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReviewEvent_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReviewEvent_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CardRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CardState" (
    "userId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "repetitions" INTEGER NOT NULL,
    "easiness" INTEGER NOT NULL,
    "interval" INTEGER NOT NULL,
    "dueDay" INTEGER NOT NULL,
    "lastEventId" TEXT NOT NULL,
    "lapses" INTEGER NOT NULL,
    "status" TEXT NOT NULL,

    PRIMARY KEY ("userId", "cardId"),
    CONSTRAINT "CardState_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CardState_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Card_currentRevisionId_key" ON "Card"("currentRevisionId");

-- CreateIndex
CREATE INDEX "Card_status_topic_idx" ON "Card"("status", "topic");

-- CreateIndex
CREATE INDEX "CardRevision_authorId_idx" ON "CardRevision"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "CardRevision_cardId_number_key" ON "CardRevision"("cardId", "number");

-- CreateIndex
CREATE INDEX "ReviewEvent_userId_cardId_answeredAt_idx" ON "ReviewEvent"("userId", "cardId", "answeredAt");

-- CreateIndex
CREATE INDEX "ReviewEvent_userId_studyDay_idx" ON "ReviewEvent"("userId", "studyDay");

-- CreateIndex
CREATE INDEX "ReviewEvent_cardId_idx" ON "ReviewEvent"("cardId");

-- CreateIndex
CREATE INDEX "ReviewEvent_revisionId_idx" ON "ReviewEvent"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewEvent_userId_id_key" ON "ReviewEvent"("userId", "id");

-- CreateIndex
CREATE INDEX "CardState_userId_status_dueDay_idx" ON "CardState"("userId", "status", "dueDay");

-- CreateIndex
CREATE INDEX "CardState_cardId_idx" ON "CardState"("cardId");
