package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signs in by any passkey of this site; nobody types a name.
@Component
class PasskeySignIn {

    private final Challenge challenges;
    private final PasskeyOptions options;
    private final Ceremonies ceremonies;
    private final SignIns signIns;

    PasskeySignIn(
            Challenge challenges, PasskeyOptions options, Ceremonies ceremonies, SignIns signIns) {
        this.challenges = challenges;
        this.options = options;
        this.ceremonies = ceremonies;
        this.signIns = signIns;
    }

    String options(HttpServletRequest request) {
        return options.request(challenges.begin(request), List.of());
    }

    /// @return the text that says why not, when refused
    @Transactional
    public Optional<String> enter(
            String credential, HttpServletRequest request, HttpServletResponse response) {
        Optional<byte[]> challenge = challenges.take(request);
        if (challenge.isEmpty()) {
            return Optional.of(refused(Ceremonies.Fault.CHALLENGE));
        }
        return switch (ceremonies.check(Optional.empty(), challenge.get(), credential)) {
            case Ceremonies.Assertion.Bad(Ceremonies.Fault fault) -> Optional.of(refused(fault));
            case Ceremonies.Assertion.Good good -> {
                signIns.begin(good.passkey().account(), SignIns.Way.PASSKEY, request, response);
                yield Optional.empty();
            }
        };
    }

    private static String refused(Ceremonies.Fault fault) {
        return "account.sign.refused." + fault.name().toLowerCase(Locale.ROOT);
    }
}
