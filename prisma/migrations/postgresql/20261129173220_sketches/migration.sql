-- AlterTable
ALTER TABLE "InterviewPrompt" ADD COLUMN     "sketch" TEXT NOT NULL DEFAULT '';
