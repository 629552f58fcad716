-- AlterTable
ALTER TABLE "Interview" ADD COLUMN     "bring" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "calm" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "spoken" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "style" TEXT NOT NULL DEFAULT 'mixed';

-- AlterTable
ALTER TABLE "InterviewPrompt" ADD COLUMN     "ask" TEXT NOT NULL DEFAULT 'card',
ADD COLUMN     "byInterviewer" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "code" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "levels" TEXT,
ADD COLUMN     "marked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "question" TEXT;

-- CreateTable
CREATE TABLE "InterviewPair" (
    "interviewId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "interviewerId" TEXT,
    "joinedAt" BIGINT,
    "interviewerSeenAt" BIGINT,
    "candidateSeenAt" BIGINT,

    CONSTRAINT "InterviewPair_pkey" PRIMARY KEY ("interviewId")
);

-- CreateTable
CREATE TABLE "InterviewHint" (
    "id" TEXT NOT NULL,
    "interviewId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "givenAt" BIGINT NOT NULL,

    CONSTRAINT "InterviewHint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterviewShare" (
    "interviewId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "InterviewShare_pkey" PRIMARY KEY ("interviewId")
);

-- CreateIndex
CREATE UNIQUE INDEX "InterviewPair_codeHash_key" ON "InterviewPair"("codeHash");

-- CreateIndex
CREATE INDEX "InterviewPair_interviewerId_idx" ON "InterviewPair"("interviewerId");

-- CreateIndex
CREATE INDEX "InterviewHint_interviewId_position_idx" ON "InterviewHint"("interviewId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewShare_tokenHash_key" ON "InterviewShare"("tokenHash");

-- AddForeignKey
ALTER TABLE "InterviewPair" ADD CONSTRAINT "InterviewPair_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterviewPair" ADD CONSTRAINT "InterviewPair_interviewerId_fkey" FOREIGN KEY ("interviewerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterviewHint" ADD CONSTRAINT "InterviewHint_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterviewShare" ADD CONSTRAINT "InterviewShare_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;
