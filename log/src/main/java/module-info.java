/// The verifiable log of a public register, and its offline verifier: plain Java, nothing else
/// needed.
module org.hoshimori.log {
    requires static org.jspecify;

    exports org.hoshimori.log;
}
