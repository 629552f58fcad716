-- CreateTable
CREATE TABLE "SettingEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "userId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "changes" TEXT NOT NULL,
    CONSTRAINT "SettingEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SettingEvent_userId_at_idx" ON "SettingEvent"("userId", "at");
