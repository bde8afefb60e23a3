package org.hoshimori.platform.register;

import java.util.Optional;

/// A company as the register names it: a copy of its public facts on the day of the entry.
///
/// @param corporateNumber 13 digits; whoever registers has checked the check digit
/// @param kana full-width katakana
/// @param prefecture JIS X 0401 code, 01 to 47
/// @param industry letter of the Japan Standard Industrial Classification, A to T
public record Company(
        String corporateNumber,
        String name,
        String kana,
        Optional<String> englishName,
        String prefecture,
        String industry) {

    private static final int LONGEST = 300;

    public Company {
        require(corporateNumber.matches("[0-9]{13}"), "a corporate number has 13 digits");
        require(isName(name) && isName(kana), "a company has a name and its reading");
        require(englishName.map(Company::isName).orElse(true), "an English name is a name");
        require(prefecture.matches("0[1-9]|[1-3][0-9]|4[0-7]"), "a prefecture is 01 to 47");
        require(industry.matches("[A-T]"), "an industry is A to T");
    }

    private static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
