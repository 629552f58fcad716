-- CreateIndex
CREATE INDEX "Card_status_level_id_idx" ON "Card"("status", "level", "id");
