-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('LEARNER', 'AUTHOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "CardStatus" AS ENUM ('DRAFT', 'REVIEW', 'PUBLISHED', 'RETIRED');

-- CreateEnum
CREATE TYPE "CardOrigin" AS ENUM ('FILE', 'DATABASE');

-- CreateEnum
CREATE TYPE "EditClass" AS ENUM ('TYPO', 'CLARIFY', 'CORRECT', 'REPLACE');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "image" TEXT,
    "emailVerified" BIGINT,
    "passwordHash" TEXT,
    "role" "Role" NOT NULL DEFAULT 'LEARNER',
    "sessionVersion" INTEGER NOT NULL DEFAULT 0,
    "createdAt" BIGINT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "rolloverHour" INTEGER NOT NULL DEFAULT 4,
    "newPerDay" INTEGER NOT NULL DEFAULT 6,
    "reviewsPerDay" INTEGER NOT NULL DEFAULT 60,
    "targetVersion" TEXT NOT NULL DEFAULT '3.14',

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("provider","providerAccountId")
);

-- CreateTable
CREATE TABLE "AdminClaim" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT,
    "usedById" TEXT,

    CONSTRAINT "AdminClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "status" "CardStatus" NOT NULL,
    "origin" "CardOrigin" NOT NULL,
    "currentRevisionId" TEXT,
    "importedHash" TEXT,
    "searchText" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,

    CONSTRAINT "Card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CardRevision" (
    "id" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "editClass" "EditClass" NOT NULL,
    "evidence" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "authorId" TEXT,

    CONSTRAINT "CardRevision_pkey" PRIMARY KEY ("id")
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

    CONSTRAINT "ProofRecord_pkey" PRIMARY KEY ("revisionId","version","mode")
);

-- CreateTable
CREATE TABLE "ReviewEvent" (
    "seq" SERIAL NOT NULL,
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

    CONSTRAINT "ReviewEvent_pkey" PRIMARY KEY ("seq")
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

    CONSTRAINT "CardState_pkey" PRIMARY KEY ("userId","cardId")
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

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Card" ADD CONSTRAINT "Card_currentRevisionId_fkey" FOREIGN KEY ("currentRevisionId") REFERENCES "CardRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardRevision" ADD CONSTRAINT "CardRevision_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardRevision" ADD CONSTRAINT "CardRevision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProofRecord" ADD CONSTRAINT "ProofRecord_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CardRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewEvent" ADD CONSTRAINT "ReviewEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewEvent" ADD CONSTRAINT "ReviewEvent_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewEvent" ADD CONSTRAINT "ReviewEvent_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CardRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardState" ADD CONSTRAINT "CardState_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardState" ADD CONSTRAINT "CardState_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
