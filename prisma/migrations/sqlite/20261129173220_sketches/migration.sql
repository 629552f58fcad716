-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
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
    "sketch" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("interviewId", "position"),
    CONSTRAINT "InterviewPrompt_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "InterviewPrompt_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "InterviewPrompt_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CardRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_InterviewPrompt" ("answer", "ask", "byInterviewer", "cardId", "code", "confidence", "deadlineAt", "draft", "draftNumber", "follows", "interviewId", "levels", "marked", "note", "objective", "points", "position", "question", "revisionId", "seconds", "shownAt", "submittedAt", "verdict") SELECT "answer", "ask", "byInterviewer", "cardId", "code", "confidence", "deadlineAt", "draft", "draftNumber", "follows", "interviewId", "levels", "marked", "note", "objective", "points", "position", "question", "revisionId", "seconds", "shownAt", "submittedAt", "verdict" FROM "InterviewPrompt";
DROP TABLE "InterviewPrompt";
ALTER TABLE "new_InterviewPrompt" RENAME TO "InterviewPrompt";
CREATE INDEX "InterviewPrompt_cardId_idx" ON "InterviewPrompt"("cardId");
CREATE INDEX "InterviewPrompt_revisionId_idx" ON "InterviewPrompt"("revisionId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
