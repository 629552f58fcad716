-- AlterTable
ALTER TABLE "User" ADD COLUMN "totpLastStep" INTEGER;
ALTER TABLE "User" ADD COLUMN "totpSecret" TEXT;
ALTER TABLE "User" ADD COLUMN "totpSince" BIGINT;

-- AlterTable
ALTER TABLE "ReviewEvent" ADD COLUMN "dueDay" INTEGER;
ALTER TABLE "ReviewEvent" ADD COLUMN "reason" TEXT;

-- AlterTable
ALTER TABLE "CardState" ADD COLUMN "broughtDay" INTEGER;
ALTER TABLE "CardState" ADD COLUMN "broughtReason" TEXT;

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "userId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" BIGINT,

    PRIMARY KEY ("userId", "codeHash"),
    CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT,
    "issuedById" TEXT,
    CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "arrival" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "SignInDelay" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "openAt" BIGINT NOT NULL,
    "lastAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "actorId" TEXT,
    "target" TEXT,
    "detail" TEXT NOT NULL,
    "requestId" TEXT,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CardDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cardId" TEXT,
    "baseRevisionId" TEXT,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "authorId" TEXT,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    CONSTRAINT "CardDraft_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CardDraft_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CardFlag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cardId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "reporterId" TEXT,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "resolvedAt" BIGINT,
    "resolvedById" TEXT,
    "resolution" TEXT,
    CONSTRAINT "CardFlag_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CardFlag_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CardRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CardFlag_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Interview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "finishedAt" BIGINT,
    "lengthMinutes" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "topics" TEXT NOT NULL,
    "targetVersion" TEXT NOT NULL,
    "timePercent" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    CONSTRAINT "Interview_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewPrompt" (
    "interviewId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "cardId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "follows" INTEGER,
    "seconds" INTEGER,
    "shownAt" BIGINT,
    "deadlineAt" BIGINT,
    "draft" TEXT NOT NULL DEFAULT '',
    "draftNumber" INTEGER NOT NULL DEFAULT 0,
    "submittedAt" BIGINT,
    "answer" TEXT,
    "confidence" INTEGER,
    "objective" TEXT,
    "verdict" TEXT,
    "points" TEXT,

    PRIMARY KEY ("interviewId", "position"),
    CONSTRAINT "InterviewPrompt_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "InterviewPrompt_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "InterviewPrompt_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CardRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PasswordReset_userId_idx" ON "PasswordReset"("userId");

-- CreateIndex
CREATE INDEX "RateLimit_arrival_idx" ON "RateLimit"("arrival");

-- CreateIndex
CREATE INDEX "SignInDelay_lastAt_idx" ON "SignInDelay"("lastAt");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_hash_key" ON "AuditEntry"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_target_idx" ON "AuditEntry"("target");

-- CreateIndex
CREATE UNIQUE INDEX "CardDraft_cardId_key" ON "CardDraft"("cardId");

-- CreateIndex
CREATE INDEX "CardDraft_updatedAt_idx" ON "CardDraft"("updatedAt");

-- CreateIndex
CREATE INDEX "CardDraft_authorId_idx" ON "CardDraft"("authorId");

-- CreateIndex
CREATE INDEX "CardFlag_status_createdAt_idx" ON "CardFlag"("status", "createdAt");

-- CreateIndex
CREATE INDEX "CardFlag_cardId_idx" ON "CardFlag"("cardId");

-- CreateIndex
CREATE INDEX "CardFlag_revisionId_idx" ON "CardFlag"("revisionId");

-- CreateIndex
CREATE INDEX "CardFlag_reporterId_idx" ON "CardFlag"("reporterId");

-- CreateIndex
CREATE INDEX "Interview_userId_createdAt_idx" ON "Interview"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "InterviewPrompt_cardId_idx" ON "InterviewPrompt"("cardId");

-- CreateIndex
CREATE INDEX "InterviewPrompt_revisionId_idx" ON "InterviewPrompt"("revisionId");
