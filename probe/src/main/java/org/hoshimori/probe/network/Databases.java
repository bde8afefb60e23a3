package org.hoshimori.probe.network;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The first exchange with databases that wait to be spoken to: it asks for the version and logs
/// nobody in.
final class Databases {

    private Databases() {}

    /// PRELOGIN of SQL Server (MS-TDS, 2.2.6.5).
    static byte[] sqlServer() {
        return HexFormat.of()
                .parseHex(
                        "1201002f0000010000001a00060100200001020021000103002200040400260001ff"
                                + "00000000000002000000000000");
    }

    static boolean isSqlServer(byte[] answer) {
        return answer.length > 8 && answer[0] == 4 && answer[8] == 0;
    }

    /// The version in a PRELOGIN answer as a banner would write it; empty when it is not there.
    static String sqlServerVersion(byte[] answer) {
        if (!isSqlServer(answer) || answer.length < 13) {
            return "";
        }
        int at = 8 + ((answer[9] & 0xff) << 8 | answer[10] & 0xff);
        if (at + 4 > answer.length) {
            return "";
        }
        return "Microsoft SQL Server %d.%d.%d"
                .formatted(
                        answer[at] & 0xff,
                        answer[at + 1] & 0xff,
                        (answer[at + 2] & 0xff) << 8 | answer[at + 3] & 0xff);
    }

    /// SSLRequest of PostgreSQL (protocol 3.0, 55.2.11).
    static byte[] postgres() {
        return HexFormat.of().parseHex("0000000804d2162f");
    }

    static boolean isPostgres(byte[] answer) {
        return answer.length > 0 && (answer[0] == 'S' || answer[0] == 'N' || answer[0] == 'E');
    }

    /// `isMaster` of MongoDB, which needs no login.
    static byte[] mongo() {
        return HexFormat.of()
                .parseHex(
                        "3a0000000100000000000000d4070000"
                                + "00000000"
                                + "61646d696e2e24636d6400"
                                + "00000000"
                                + "01000000"
                                + "130000001069734d6173746572000100000000");
    }

    static boolean isMongo(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return text.contains("maxWireVersion") || text.contains("ismaster");
    }
}
