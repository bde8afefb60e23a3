package org.hoshimori.platform.account;

/// What the sign-in and sign-up pages show again after a mistake.
///
/// @param continueTo a path of this site
/// @param emailError what is wrong with the address, or what was refused; empty when nothing
/// @param nameError what is wrong with the name, or why a passkey was refused
public record SignInView(
        String continueTo, String email, String name, String emailError, String nameError) {

    static SignInView empty(LocalPath then, String refused) {
        return new SignInView(then.value(), "", "", "", refused);
    }
}
