-- CreateTable
CREATE TABLE "InterviewPair" (
    "interviewId" TEXT NOT NULL PRIMARY KEY,
    "codeHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "interviewerId" TEXT,
    "joinedAt" BIGINT,
    "interviewerSeenAt" BIGINT,
    "candidateSeenAt" BIGINT,
    CONSTRAINT "InterviewPair_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "InterviewPair_interviewerId_fkey" FOREIGN KEY ("interviewerId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewHint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "interviewId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "givenAt" BIGINT NOT NULL,
    CONSTRAINT "InterviewHint_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewShare" (
    "interviewId" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "InterviewShare_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Interview" (
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
    "style" TEXT NOT NULL DEFAULT 'mixed',
    "spoken" BOOLEAN NOT NULL DEFAULT false,
    "calm" BOOLEAN NOT NULL DEFAULT false,
    "bring" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Interview_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Interview" ("createdAt", "finishedAt", "id", "lengthMinutes", "level", "seed", "status", "targetVersion", "timePercent", "topics", "userId") SELECT "createdAt", "finishedAt", "id", "lengthMinutes", "level", "seed", "status", "targetVersion", "timePercent", "topics", "userId" FROM "Interview";
DROP TABLE "Interview";
ALTER TABLE "new_Interview" RENAME TO "Interview";
CREATE INDEX "Interview_userId_createdAt_idx" ON "Interview"("userId", "createdAt");
CREATE TABLE "new_InterviewPrompt" (
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
    "ask" TEXT NOT NULL DEFAULT 'card',
    "question" TEXT,
    "code" TEXT NOT NULL DEFAULT '',
    "levels" TEXT,
    "marked" BOOLEAN NOT NULL DEFAULT false,
    "byInterviewer" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("interviewId", "position"),
    CONSTRAINT "InterviewPrompt_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "InterviewPrompt_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "InterviewPrompt_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CardRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_InterviewPrompt" ("answer", "cardId", "confidence", "deadlineAt", "draft", "draftNumber", "follows", "interviewId", "objective", "points", "position", "revisionId", "seconds", "shownAt", "submittedAt", "verdict") SELECT "answer", "cardId", "confidence", "deadlineAt", "draft", "draftNumber", "follows", "interviewId", "objective", "points", "position", "revisionId", "seconds", "shownAt", "submittedAt", "verdict" FROM "InterviewPrompt";
DROP TABLE "InterviewPrompt";
ALTER TABLE "new_InterviewPrompt" RENAME TO "InterviewPrompt";
CREATE INDEX "InterviewPrompt_cardId_idx" ON "InterviewPrompt"("cardId");
CREATE INDEX "InterviewPrompt_revisionId_idx" ON "InterviewPrompt"("revisionId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "InterviewPair_codeHash_key" ON "InterviewPair"("codeHash");

-- CreateIndex
CREATE INDEX "InterviewPair_interviewerId_idx" ON "InterviewPair"("interviewerId");

-- CreateIndex
CREATE INDEX "InterviewHint_interviewId_position_idx" ON "InterviewHint"("interviewId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewShare_tokenHash_key" ON "InterviewShare"("tokenHash");
