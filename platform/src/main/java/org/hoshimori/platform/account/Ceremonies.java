package org.hoshimori.platform.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// The two ceremonies of WebAuthn Level 3 (§7.1 registration, §7.2 assertion), verified by
/// webauthn4j; the person must have been verified (finger, face, PIN) in both.
@Component
class Ceremonies {

    /// Why an answer of a browser is not accepted.
    enum Fault {
        /// Not the JSON of a credential, or its signature does not hold.
        BROKEN,
        /// Made for something else: another text, or an old page.
        CHALLENGE,
        /// Made on another site.
        ORIGIN,
        /// Nobody showed a finger, face or PIN.
        UNVERIFIED,
        /// Not registered here, removed, or another person's.
        FOREIGN,
        /// The counter went back: the key may be a copy.
        COUNTER,
        /// This very signature was already accepted once.
        REPLAYED
    }

    sealed interface Registration {
        record Good(Passkey passkey) implements Registration {}

        record Bad(Fault fault) implements Registration {}
    }

    sealed interface Assertion {
        /// @param authenticatorData what was signed, together with the hash of `clientData`
        record Good(Passkey passkey, byte[] authenticatorData, byte[] clientData, byte[] signature)
                implements Assertion {}

        record Bad(Fault fault) implements Assertion {}
    }

    private static final List<PublicKeyCredentialParameters> ALGORITHMS =
            List.of(
                    algorithm(COSEAlgorithmIdentifier.ES256),
                    algorithm(COSEAlgorithmIdentifier.EdDSA),
                    algorithm(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webauthn =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final PublicAddress address;
    private final PasskeyStore store;
    private final Clock clock;

    Ceremonies(PublicAddress address, PasskeyStore store, Clock clock) {
        this.address = address;
        this.store = store;
        this.clock = clock;
    }

    /// Reads a new passkey; nothing is stored.
    Registration register(AccountId account, byte[] challenge, String json, String label) {
        try {
            RegistrationData answer = webauthn.parseRegistrationResponseJSON(json);
            webauthn.verify(
                    answer, new RegistrationParameters(server(challenge), ALGORITHMS, true, true));
            var authenticator =
                    Objects.requireNonNull(answer.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential =
                    Objects.requireNonNull(authenticator.getAttestedCredentialData());
            byte[] key = converter.getCborMapper().writeValueAsBytes(credential.getCOSEKey());
            CoseKey.read(key);
            Set<AuthenticatorTransport> transports = answer.getTransports();
            return new Registration.Good(
                    new Passkey(
                            credential.getCredentialId(),
                            account,
                            label,
                            key,
                            Objects.requireNonNull(credential.getAaguid().getValue()),
                            authenticator.getSignCount(),
                            authenticator.isFlagBE(),
                            transports == null
                                    ? List.of()
                                    : transports.stream()
                                            .map(AuthenticatorTransport::getValue)
                                            .filter(text -> text.matches("[a-z-]{1,20}"))
                                            .sorted()
                                            .toList(),
                            clock.instant(),
                            Optional.empty()));
        } catch (DataConversionException | VerificationException e) {
            return new Registration.Bad(fault(e));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            // webauthn4j asserts parts of a hostile answer instead of refusing them.
            return new Registration.Bad(Fault.BROKEN);
        }
    }

    /// Checks an assertion and remembers the key's use.
    ///
    /// @param owner the only account whose passkeys count; empty when signing in
    Assertion check(Optional<AccountId> owner, byte[] challenge, String json) {
        try {
            AuthenticationData answer = webauthn.parseAuthenticationResponseJSON(json);
            Optional<Passkey> found =
                    store.find(present(answer.getCredentialId()))
                            .filter(passkey ->
                                    owner.isEmpty() || owner.get().equals(passkey.account()));
            @Nullable Object handle = answer.getUserHandle();
            if (found.isEmpty()
                    || (handle != null
                            && !Arrays.equals(
                                    present(handle),
                                    PasskeyOptions.handle(found.get().account())))) {
                return new Assertion.Bad(Fault.FOREIGN);
            }
            Passkey passkey = found.get();
            webauthn.verify(
                    answer,
                    new AuthenticationParameters(
                            server(challenge),
                            record(passkey),
                            List.of(passkey.credentialId()),
                            true,
                            true));
            long counter = Objects.requireNonNull(answer.getAuthenticatorData()).getSignCount();
            return store.used(passkey.credentialId(), counter, clock.instant())
                    ? new Assertion.Good(
                            passkey,
                            present(answer.getAuthenticatorDataBytes()),
                            present(answer.getCollectedClientDataBytes()),
                            present(answer.getSignature()))
                    : new Assertion.Bad(Fault.COUNTER);
        } catch (DataConversionException | VerificationException e) {
            return new Assertion.Bad(fault(e));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return new Assertion.Bad(Fault.BROKEN);
        }
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(address.origin()))
                .rpId(address.host())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private CredentialRecordImpl record(Passkey passkey) {
        COSEKey key =
                Objects.requireNonNull(
                        converter.getCborMapper().readValue(passkey.publicKey(), COSEKey.class));
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.synced(),
                null,
                passkey.counter(),
                new AttestedCredentialData(
                        new AAGUID(passkey.aaguid()), passkey.credentialId(), key),
                null,
                null,
                null,
                Set.of());
    }

    private static Fault fault(RuntimeException e) {
        return switch (e) {
            case BadChallengeException _ -> Fault.CHALLENGE;
            case BadOriginException _ -> Fault.ORIGIN;
            case BadRpIdException _ -> Fault.ORIGIN;
            case UserNotVerifiedException _ -> Fault.UNVERIFIED;
            case MaliciousCounterValueException _ -> Fault.COUNTER;
            default -> Fault.BROKEN;
        };
    }

    private static byte[] present(@Nullable Object part) {
        if (part instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalArgumentException("a part of the answer is missing");
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier identifier) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, identifier);
    }
}
