package org.waxwing.domain.sync;

/**
 * Where a folder stood at one moment; whoever followed it up to there goes on from there.
 *
 * @param uidNext no message had this UID or a higher one (RFC 9051 §2.3.1.1); 0 when the server did not tell
 * @param messages how many there were, those marked for removal included; -1 when the server did not tell
 * @param modSeq the highest mod-sequence (RFC 7162 §3.1.2.1), which every change of a mark and every arrival raises; 0
 *     when the server keeps none for this folder
 */
public record SyncPoint(UidValidity validity, long uidNext, long messages, long modSeq) {
    public SyncPoint {
        if (uidNext < 0 || messages < -1 || modSeq < 0) throw new IllegalArgumentException("Out of range");
    }

    /**
     * Whether a folder that stands at {@code now} has certainly not changed since it stood here. Without mod-sequences
     * nobody can tell.
     */
    public boolean isCertainlyStill(SyncPoint now) {
        return modSeq > 0 && uidNext > 0 && messages >= 0 && equals(now);
    }
}
