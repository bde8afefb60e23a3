package org.hoshimori.platform.api;

import java.time.Duration;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A company with two programs: one that writes, one that reads.
public abstract class ProgramTests extends PlatformTests {

    @Autowired protected Accounts accounts;
    @Autowired protected Organisations organisations;
    @Autowired protected Tokens tokens;

    protected Actor owner;
    protected OrganisationId company;
    protected Program program;
    protected Program reading;

    @BeforeEach
    void aCompanyWithPrograms() {
        owner = Companies.person(accounts, "星野 守");
        company = Companies.founded(organisations, owner);
        program = program(Access.WRITE);
        reading = program(Access.READ);
    }

    protected Program program(Access access) {
        return new Program(
                home, tokens.make(owner, company, "連携", access, Duration.ofDays(30)).secret());
    }

    /// The program of another company.
    protected Program foreign() {
        Actor other = Companies.person(accounts, "他社 花子");
        return new Program(
                home,
                tokens.make(
                                other,
                                Companies.founded(organisations, other),
                                "連携",
                                Access.WRITE,
                                Duration.ofDays(30))
                        .secret());
    }

    /// The address of a new assessment.
    protected String begun(String scheme, String level) {
        return program.post(
                        "/api/v1/assessments",
                        "{\"scheme\":\"%s\",\"level\":\"%s\"}".formatted(scheme, level))
                .is(201)
                .header("Location");
    }
}
