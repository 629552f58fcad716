-- CreateTable
CREATE TABLE "SettingEvent" (
    "seq" SERIAL NOT NULL,
    "userId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "changes" TEXT NOT NULL,

    CONSTRAINT "SettingEvent_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "SettingEvent_userId_at_idx" ON "SettingEvent"("userId", "at");

-- AddForeignKey
ALTER TABLE "SettingEvent" ADD CONSTRAINT "SettingEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
