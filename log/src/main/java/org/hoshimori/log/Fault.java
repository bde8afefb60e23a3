package org.hoshimori.log;

/// What is wrong with a dump, as exactly as the dump allows to say. Lines count from 1, entries
/// from 0.
public sealed interface Fault {

    /// Entries that ought to stand before this line and stand nowhere.
    record Dropped(long first, long last, long line) implements Fault {}

    /// An entry that stands after a later one, or a second time.
    record OutOfOrder(long entry, long line) implements Fault {}

    /// An entry whose content is not what the log stored a hash of.
    record Rewritten(long entry, long line) implements Fault {}

    /// Two entries whose contents have changed places.
    record Swapped(long entry, long other, long line) implements Fault {}

    /// An entry that is what was signed; only the hash noted beside it is not.
    record WrongLeafHash(long entry, long line) implements Fault {}

    /// The file ends before all that it announces.
    record Truncated(long announced, long found, long line) implements Fault {}

    /// More entries than any checkpoint covers.
    record Unsigned(long covered, long found) implements Fault {}

    /// Entries and noted hashes agree with each other and not with what was signed: something from
    /// `first` to `last` was dropped, swapped or rewritten together with its hash.
    record RootDiffers(long first, long last, Hash computed, Hash signed) implements Fault {}

    /// A signature of a trusted key that does not fit its checkpoint.
    record BadSignature(VerifierKey key, long size) implements Fault {}

    /// A checkpoint that none of the trusted keys has signed.
    record UnknownKey(String signers, long size) implements Fault {}

    /// A checkpoint of another log.
    record WrongOrigin(String expected, String found) implements Fault {}

    /// An older checkpoint of this log that these entries do not lead to: history was changed.
    record NotConsistent(long size, Hash computed, Hash signed) implements Fault {}

    /// An older checkpoint that covers more entries than the dump has.
    record Shortened(long size, long entries) implements Fault {}

    /// The name of the kind, for programs: `dropped`, `out-of-order`, ...
    default String kind() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
