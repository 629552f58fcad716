-- AlterTable
ALTER TABLE "CardRevision" ADD COLUMN     "change" TEXT,
ADD COLUMN     "reviewerId" TEXT;

-- AlterTable
ALTER TABLE "CardDraft" ADD COLUMN     "reviewAskedAt" BIGINT,
ADD COLUMN     "reviewAskedById" TEXT,
ADD COLUMN     "reviewWord" TEXT;

-- AlterTable
ALTER TABLE "CardFlag" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "toldAt" BIGINT,
ADD COLUMN     "version" TEXT;

-- CreateTable
CREATE TABLE "IncomingFile" (
    "cardId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "base" TEXT,
    "cameAt" BIGINT NOT NULL,

    CONSTRAINT "IncomingFile_pkey" PRIMARY KEY ("cardId")
);

-- CreateTable
CREATE TABLE "LibraryRun" (
    "id" TEXT NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "aliveAt" BIGINT NOT NULL,
    "finishedAt" BIGINT,
    "versions" TEXT NOT NULL,
    "engineHash" TEXT NOT NULL,
    "startedById" TEXT,
    "cards" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "lastCardId" TEXT,

    CONSTRAINT "LibraryRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LibraryFinding" (
    "runId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT NOT NULL,
    "output" TEXT NOT NULL,

    CONSTRAINT "LibraryFinding_pkey" PRIMARY KEY ("runId","cardId","version","mode")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "label" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "createdById" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT,
    "usedById" TEXT,
    "revokedAt" BIGINT,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserSession" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT NOT NULL,
    "endedAt" BIGINT,
    "device" TEXT NOT NULL,

    CONSTRAINT "UserSession_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_createdAt_idx" ON "Invitation"("createdAt");

-- CreateIndex
CREATE INDEX "UserSession_userId_idx" ON "UserSession"("userId");

-- AddForeignKey
ALTER TABLE "IncomingFile" ADD CONSTRAINT "IncomingFile_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LibraryFinding" ADD CONSTRAINT "LibraryFinding_runId_fkey" FOREIGN KEY ("runId") REFERENCES "LibraryRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserSession" ADD CONSTRAINT "UserSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
