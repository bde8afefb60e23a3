package org.hoshimori.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An edition (版) of a scheme: what it asks, exactly as one reviewed file says it. Immutable; two
/// editions are equal when their files are.
public final class Edition {
    /// What stands at the top of the file.
    ///
    /// @param validTo last day it may be used, null when open
    /// @param none the word for having reached no level
    public record Header(
            String scheme,
            String edition,
            EditionStatus status,
            Text title,
            Text shortTitle,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String none) {}

    private final Header header;
    private final Contents published;
    private final Contents contents;
    private final String sha256;
    private final Beside beside;
    private final List<Criterion> criteria;
    private final Map<String, Criterion> criteriaById = new HashMap<>();
    private final Map<String, Requirement> requirementsById = new HashMap<>();
    private final Map<String, Setting> settingsById = new HashMap<>();
    private final Spellings spellings;
    private final Index index;
    private final Ladder ladder;

    /// @param sha256 digest of the file
    Edition(Header header, Contents published, String sha256, Beside beside) {
        this.header = header;
        this.published = published;
        this.contents = published.placed(beside.placing(), beside.form());
        this.sha256 = sha256;
        this.beside = beside;
        this.criteria =
                contents.requirements().stream().flatMap(r -> r.criteria().stream()).toList();
        contents.settings().forEach(setting -> settingsById.put(setting.id(), setting));
        contents.requirements().forEach(each -> requirementsById.put(each.id(), each));
        criteria.forEach(criterion -> criteriaById.put(criterion.id(), criterion));
        boolean alone = contents.manner().partsAnswerable();
        this.spellings = new Spellings(contents.requirements(), alone);
        this.index = new Index(criteria, alone);
        this.ladder = new Ladder(this, contents.levels(), index);
    }

    /// Ids of the categories in which a criterion counts: its own, or those the file names.
    public List<String> groupsOf(Criterion criterion) {
        return criterion.links().groups().isEmpty()
                ? List.of(requirement(criterion.requirement()).orElseThrow().category())
                : criterion.links().groups();
    }

    /// The scheme's id, such as `scs`.
    public String scheme() {
        return header.scheme;
    }

    /// The edition's id inside its scheme, such as `2026-03-27`.
    public String id() {
        return header.edition;
    }

    /// Title, status and dates.
    public Header header() {
        return header;
    }

    /// Where the catalogue was taken from.
    public List<Source> sources() {
        return contents.sources();
    }

    /// How it wants to be answered.
    public Manner manner() {
        return contents.manner();
    }

    /// The answers that may be chosen for a criterion.
    public List<Choice> choices(Criterion criterion) {
        return Choice.of(manner(), criterion);
    }

    /// Figures that an operator may choose.
    public List<Setting> settings() {
        return contents.settings();
    }

    public Optional<Setting> setting(String id) {
        return Optional.ofNullable(settingsById.get(id));
    }

    /// Its clocks.
    public List<Deadline> deadlines() {
        return contents.deadlines();
    }

    /// The word for having reached no level.
    public String none() {
        return header.none;
    }

    /// The id that somebody means who writes `typed`: a criterion, a part that may be answered
    /// alone, or a requirement, by its own id or an older one, in any case of letters.
    public Optional<String> meant(String typed) {
        return spellings.meant(typed);
    }

    /// Whether `id` is a criterion or a part that may be answered alone.
    public boolean answerable(String id) {
        return spellings.answerable(id);
    }

    /// Every id that may be answered alone: criteria and parts, in catalogue order.
    public List<String> answerableIds() {
        return spellings.answerable();
    }

    /// The official number of requirements at `level`: what the file says, or the lines counted
    /// once for each group they belong to, or the requirements that have a criterion there.
    public int requirementCount(String level) {
        return ladder.requirements(level);
    }

    /// The number of things that are answered at `level`: parts where they are answered alone, else
    /// criteria.
    public int criterionCount(String level) {
        return ladder.answers(level);
    }

    Index index() {
        return index;
    }

    /// What each level asks, lowest first.
    List<Asked> asked() {
        return ladder.asked();
    }

    /// What `level` asks.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    Asked asked(String level) {
        return ladder.asked(level);
    }

    Contents contents() {
        return published;
    }

    /// Lowest first.
    public List<Level> levels() {
        return contents.levels();
    }

    public Optional<Level> level(String id) {
        return ladder.level(id);
    }

    public List<Category> categories() {
        return contents.categories();
    }

    /// Whether a self-assessment of `level` may lead to a registration: an expert confirms it, and
    /// the edition is in force. What stands in a proposal is never registered.
    public boolean registrable(Level level) {
        return header.status == EditionStatus.OFFICIAL
                && level.confirmedBy() == Confirmation.EXPERT;
    }

    /// In catalogue order.
    public List<Requirement> requirements() {
        return contents.requirements();
    }

    public Optional<Requirement> requirement(String id) {
        return Optional.ofNullable(requirementsById.get(id));
    }

    /// All criteria in catalogue order.
    public List<Criterion> criteria() {
        return criteria;
    }

    public Optional<Criterion> criterion(String id) {
        return Optional.ofNullable(criteriaById.get(id));
    }

    /// The criteria that `level` asks, with those of the levels it includes, in catalogue order.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    public List<Criterion> criteriaOf(String level) {
        return asked(level).list();
    }

    /// The requirements with at least one criterion that `level` asks, in catalogue order.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    public List<Requirement> requirementsOf(String level) {
        Set<String> ids = new HashSet<>();
        criteriaOf(level).forEach(criterion -> ids.add(criterion.requirement()));
        return requirements().stream()
                .filter(requirement -> ids.contains(requirement.id()))
                .toList();
    }

    /// Digest of the file's bytes, 64 lower-case hex digits.
    public String sha256() {
        return sha256;
    }

    /// Names exactly these rules: `scs/2026-03-27@sha256:…`, and behind it the placing by a digest
    /// of its own where there is one.
    public String rule() {
        return scheme() + "/" + id() + "@sha256:" + sha256 + beside.placing().suffix();
    }

    /// What the publisher's own sheet told of levels and requirements; empty where nothing did.
    public Placing placing() {
        return beside.placing();
    }

    /// The same edition with criteria asked by the levels, and in the requirements, that the
    /// publisher's own sheet tells.
    ///
    /// @param more what is not named stays
    public Edition placed(Placing more) {
        return more.isEmpty() ? this : beside(beside.with(placing().and(more)));
    }

    /// The edition as its file says it, without anything that an instance was given: what an export
    /// may carry.
    public Edition published() {
        return placing().isEmpty() && beside.wording() == null ? this : beside(beside.without());
    }

    /// The edition with the words of the official sheet in place of ours, for somebody who asks for
    /// them: not for others.
    public Edition worded() {
        OfficialWording wording = beside.wording();
        return wording == null
                ? this
                : new Edition(header, contents.worded(wording), sha256, beside.without());
    }

    /// How the scheme's own workbook may look, where that was written down.
    public Optional<SheetForm> form() {
        return Optional.ofNullable(beside.form());
    }

    public Edition with(SheetForm form) {
        return beside(beside.with(form));
    }

    /// What this instance was given of the scheme's own sheet.
    public Optional<OfficialWording> wording() {
        return Optional.ofNullable(beside.wording());
    }

    /// The holidays by which its working days are counted, where an operator gave them.
    public Optional<Holidays> holidays() {
        return Optional.ofNullable(beside.holidays());
    }

    Edition beside(Beside other) {
        return new Edition(header, published, sha256, other);
    }

    /// Whether `day` lies in the days this edition may be used.
    public boolean validOn(LocalDate day) {
        return !day.isBefore(header.validFrom)
                && (header.validTo == null || !day.isAfter(header.validTo));
    }

    /// What `answers` amount to when `level` is asked: a pure function, well under a millisecond.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    public Evaluation evaluate(String level, Answers answers) {
        return evaluate(level, answers, Map.of());
    }

    /// The same with figures that the operator chose.
    ///
    /// @param settings by id of [#settings]; what is not named is as the file says
    /// @throws IllegalArgumentException when the edition has no such level or setting
    public Evaluation evaluate(String level, Answers answers, Map<String, BigDecimal> settings) {
        for (String id : settings.keySet()) {
            if (setting(id).isEmpty()) {
                throw new IllegalArgumentException(rule() + " has no setting " + id);
            }
        }
        return new Judge(this, answers, settings).evaluate(level);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edition edition && rule().equals(edition.rule());
    }

    @Override
    public int hashCode() {
        return rule().hashCode();
    }

    @Override
    public String toString() {
        return rule();
    }
}
