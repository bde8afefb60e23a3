package org.hoshimori.platform.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assurance.Assurances;
import org.hoshimori.platform.assurance.Mark;
import org.hoshimori.platform.assurance.ReviewItem;
import org.hoshimori.platform.command.Command;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.rules.Criterion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Story 1 of the product, walked by its people in a real browser: a small supplier gets ★3, and a
/// stranger verifies its certificate without us.
class FirstStarJourneyTests extends Journey {

    private static final String COMPANY = "星見台精機株式会社";
    private static final String OWNER = "owner@hoshimidai.example";
    private static final String PRESIDENT = "president@hoshimidai.example";
    private static final String LEFT_OPEN = "7-1-1-1";
    private static final List<String> DOUBTED = List.of("1-2-1-1", "4-1-1-1");

    @Autowired private Editions editions;
    @Autowired private Accounts accounts;
    @Autowired private Assurances assurances;

    @TempDir private Path downloads;

    private final List<String> faults = new ArrayList<>();

    @Test
    void aSmallSupplierGetsItsFirstStar() throws IOException {
        Page owner = signUp(desktop(), "星見 花", OWNER);
        String company = found(owner);
        Page president = invitePresident(owner, company);
        String assessment = begin(owner, company);
        describeScope(owner, assessment);
        upload(owner, assessment);
        answerTheRest(owner, assessment);
        declare(owner, assessment);
        String expertMail = inviteExpert(owner, assessment);

        Page expert = play("佐伯 真");
        acceptAndReturn(expert);
        fix(owner, assessment);
        confirm(expert, expertMail, assessment);

        pledge(president, assessment);
        apply(owner, assessment);
        String number = register();

        letters(expertMail);
        verifiedByAStranger(number);
        renew(owner, assessment);
        assertThat(faults).isEmpty();
    }

    private Page signUp(Page page, String name, String email) {
        page.navigate("/");
        page.locator("a[href='/sign-up']").first().click();
        page.locator("#name").fill(name);
        page.locator("#email").fill(email);
        look(page, "01-sign-up");
        page.locator("main button").click();
        byLetter(page, email);
        return page;
    }

    /// Follows the newest letter's link and makes a passkey with the browser's own authenticator.
    private void byLetter(Page page, String email) {
        page.navigate("/mailbox?to=" + email);
        page.locator(".letters li").first().locator("a").first().click();
        page.locator("main button").first().click();
        page.waitForURL("**/account/passkeys**");
        authenticator(page);
        page.locator("main button").first().click();
        page.locator("dialog button[data-choice=real]").click();
        page.waitForURL(url -> !url.contains("/account/passkeys"));
    }

    private String found(Page page) {
        page.navigate("/companies");
        look(page, "02-no-company");
        page.locator("a[href='/companies/new']").click();
        page.locator("#number").fill("２９９９９０１００９９９５");
        page.locator("#name").fill(COMPANY);
        page.locator("#kana").fill("ほしみだいせいき");
        page.locator("#englishName").fill("Hoshimidai Seiki K.K.");
        page.locator("#prefecture").selectOption("20");
        page.locator("#industry").selectOption("E");
        page.locator("#size")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
        page.locator("#officers").fill("星見 太郎、ほしみ たろう");
        page.locator("main form button").click();
        // The check digit is verified, and what was typed is still there.
        assertThat(page.locator("#number-fault")).containsText("検査数字");
        assertThat(page.locator("#name")).hasValue(COMPANY);
        look(page, "03-wrong-number");
        String right =
                Pattern.compile("ではなく(\\d)")
                        .matcher(page.locator("#number-fault").textContent())
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1);
        page.locator("#number").fill(right + "９９９９０１００９９９５");
        page.locator("main form button").click();
        page.waitForURL(Pattern.compile("/companies/[0-9a-f-]{36}$"));
        look(page, "04-company");
        return page.url().replaceFirst("^.*/companies/", "");
    }

    private Page invitePresident(Page owner, String company) {
        owner.navigate("/companies/" + company + "/invitations");
        owner.locator("#email").fill(PRESIDENT);
        owner.locator("input[value=EXECUTIVE]").check();
        owner.locator("main form button").first().click();
        String link = owner.locator("#link").inputValue();
        Page president = browser("ja-JP", 390, ColorScheme.DARK);
        president.navigate(link);
        look(president, "05-invited");
        president.locator("main .actions a.primary").click();
        president.locator("a[href^='/sign-up']").click();
        president.locator("#name").fill("星見 太郎");
        president.locator("#email").fill(PRESIDENT);
        president.locator("main button").click();
        byLetter(president, PRESIDENT);
        if (!president.url().contains("/invitations/")) {
            president.navigate(link);
        }
        president.locator("main form button").first().click();
        president.waitForURL(Pattern.compile("/companies/" + company));
        return president;
    }

    private String begin(Page page, String company) {
        page.navigate("/companies/" + company);
        page.locator(".notice a.primary").click();
        look(page, "06-begin");
        page.locator(".cards button.primary").click();
        page.waitForURL("**/scope");
        return page.url().replaceFirst("^.*/assessments/", "").replace("/scope", "");
    }

    private void describeScope(Page page, String assessment) {
        page.navigate("/assessments/" + assessment + "/scope");
        add(page, "site", "本社工場", "長野県諏訪市");
        add(page, "network", "社内LAN", "有線と無線");
        add(page, "system", "生産管理システム", "サーバー1台、PC 24台");
        add(page, "cloud", "グループウェア", "メールと予定表");
        add(page, "exclusion", "来客用無線LAN", "社内LANから分かれており、業務に使わない");
        assertThat(page.locator("blockquote").first()).containsText("来客用無線LAN");
        look(page, "07-scope");
        page.locator("main .actions a.primary").click();
        page.waitForURL(Pattern.compile("/assessments/" + assessment + "$"));
    }

    private static void add(Page page, String kind, String name, String detail) {
        page.locator("#new-name-" + kind).fill(name);
        Locator form = page.locator("form:has(#new-name-" + kind + ")");
        form.locator("#new-detail-" + kind).fill(detail);
        form.locator("button").click();
        page.waitForLoadState();
    }

    /// The answers of a spreadsheet, but for one that it leaves open.
    private void upload(Page page, String assessment) {
        List<Criterion> criteria = editions.get("scs", "2026-03-27").criteriaOf("3");
        String csv =
                criteria.stream()
                        .filter(criterion -> !criterion.id().equals(LEFT_OPEN))
                        .map(criterion -> criterion.id() + ",met,規程と台帳で確かめた")
                        .collect(Collectors.joining("\r\n", "id,answer,detail\r\n", "\r\n"));
        page.navigate("/assessments/" + assessment + "/import");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "回答.csv",
                                "text/csv",
                                csv.getBytes(java.nio.charset.Charset.forName("windows-31j"))));
        page.locator("main form button").first().click();
        assertThat(page.locator("[role=status]").first()).containsText("80");
        look(page, "08-preview");
        page.locator("main form button.primary").click();
        page.navigate("/assessments/" + assessment);
        assertThat(page.locator("#gauge strong")).containsText("80件がそろいました");
    }

    private void answerTheRest(Page page, String assessment) {
        page.navigate("/assessments/" + assessment + "?at=" + LEFT_OPEN);
        page.keyboard().press("1");
        assertThat(page.locator("#saved-" + LEFT_OPEN)).containsText("保存しました");
        page.locator("#evidence-files")
                .setInputFiles(
                        new FilePayload(
                                "復旧手順.txt",
                                "text/plain",
                                "復旧の手順と連絡先".getBytes(StandardCharsets.UTF_8)));
        page.locator(".evidence-add > .actions button").click();
        assertThat(page.locator(".attached")).containsText("復旧手順.txt");
        assertThat(page.locator("#gauge strong")).containsText("81件がそろいました");
        page.reload();
        look(page, "09-complete");
    }

    private void declare(Page page, String assessment) {
        page.navigate("/assessments/" + assessment + "/declare");
        look(page, "10-declare");
        page.locator("input[name=sure]").check();
        page.locator("main form button.primary").click();
        page.locator("main .actions a.primary").waitFor();
    }

    private String inviteExpert(Page page, String assessment) {
        page.navigate("/assessments/" + assessment + "/expert");
        Locator candidate = page.locator(".found li:has-text('佐伯 真')");
        String email = candidate.locator("input[name=email]").inputValue();
        look(page, "11-experts");
        candidate.locator("button").click();
        page.waitForLoadState();
        assertThat(page.locator("main .kv").first()).containsText("佐伯 真");
        return email;
    }

    /// One of the sample's people, by one click on the first page.
    private Page play(String name) {
        Page page = desktop();
        page.navigate("/");
        page.locator("button:has-text('" + name + "')").click();
        page.waitForURL(url -> !url.endsWith("/demo/sign-in"));
        return page;
    }

    private void acceptAndReturn(Page page) {
        page.navigate("/desk/expert");
        page.locator("a:has-text('" + COMPANY + "')").click();
        for (String question : List.of("officer", "capital", "advised")) {
            page.locator("input[name=" + question + "][value=no]").check();
        }
        page.locator("#others").fill("ありません。");
        look(page, "12-independence");
        page.locator("main form button.primary").click();
        page.locator(".review").waitFor();
        String desk = page.url().replaceFirst("\\?.*", "");
        for (String criterion : DOUBTED) {
            page.navigate(desk + "?criterion=" + criterion);
            page.locator("#comment").fill("規程のどこに書いてあるかを教えてください。");
            look(page, "13-review-" + criterion);
            page.locator("button[value=question]").click();
            page.waitForLoadState();
        }
        page.locator("form[action$='/return'] button").click();
        page.waitForLoadState();
        assertThat(page.locator("main")).containsText("規程のどこに書いてあるか");
    }

    private void fix(Page page, String assessment) {
        page.navigate("/assessments/" + assessment);
        assertThat(page.locator("#gauge .chips")).containsText(DOUBTED.getLast());
        look(page, "14-returned");
        for (String criterion : DOUBTED) {
            page.navigate("/assessments/" + assessment + "?at=" + criterion);
            assertThat(page.locator("#pane")).containsText("規程のどこに書いてあるか");
            page.locator("#note").fill("情報セキュリティ規程の第3条です。");
            page.locator("#note").blur();
            assertThat(page.locator("#history-" + criterion + " summary")).containsText("（2）");
        }
        declare(page, assessment);
    }

    private void confirm(Page page, String mail, String assessment) {
        page.navigate("/desk/expert");
        page.locator("a:has-text('" + COMPANY + "')").click();
        page.locator(".review").waitFor();
        String desk = page.url().replaceFirst("\\?.*", "");
        // The key that marks goes on to the next one.
        for (int marked = 1; marked <= 3; marked++) {
            page.keyboard().press("r");
            assertThat(page.locator("#progress strong")).containsText("81件中" + marked + "件");
        }
        reviewTheRest(mail, assessment);
        page.navigate(desk + "/confirm");
        look(page, "15-confirm");
        sign(page, "soft");
        assertThat(page.locator(".notice.good")).containsText("署名");
    }

    /// The other 78 of them the same way, without drawing every page.
    private void reviewTheRest(String mail, String assessment) {
        Account account = accounts.findByEmail(mail).orElseThrow();
        var expert = new Actor(account.id(), account.name(), account.email(), false);
        AssessmentId id = AssessmentId.of(assessment);
        for (ReviewItem item : assurances.open(expert, id).items()) {
            if (item.mark().isEmpty()) {
                assurances.mark(expert, id, item.criterion().id(), Mark.Kind.REVIEWED, "");
            }
        }
    }

    /// Signs with the software key of the demo, or with the browser's own authenticator.
    private static void sign(Page page, String choice) {
        page.locator("form[data-passkey-sign] button.primary").click();
        page.locator("dialog button[data-choice=" + choice + "]").click();
        page.waitForURL(url -> !url.contains("?draft="));
        page.waitForLoadState();
        page.locator(".notice.good").first().waitFor();
    }

    private void pledge(Page page, String assessment) {
        page.navigate("/assessments/" + assessment);
        page.locator(".notice a.primary").click();
        page.locator("#title").fill("代表取締役");
        look(page, "16-pledge-begin");
        page.locator("main form button.primary").click();
        look(page, "17-pledge");
        sign(page, "real");
    }

    private void apply(Page page, String assessment) {
        page.navigate("/assessments/" + assessment);
        page.locator(".notice a.primary").click();
        look(page, "18-apply");
        page.locator("main form button.primary").click();
        page.locator("main .notice").waitFor();
    }

    private String register() {
        Page page = play("桜井 直子");
        page.navigate("/desk/operator");
        look(page, "19-queue");
        page.locator("a:has-text('" + COMPANY + "')").click();
        look(page, "20-dossier");
        page.locator("form[action$='/register'] button").click();
        Locator certificate = page.locator(".notice.good a[href^='/certificates/']");
        return certificate.textContent().strip();
    }

    private void letters(String expertMail) {
        Page page = desktop();
        for (String to : List.of(OWNER, PRESIDENT, expertMail)) {
            page.navigate("/mailbox?to=" + to);
            assertThat(page.locator(".letters li").first()).containsText(COMPANY);
        }
        look(page, "21-letters");
    }

    /// Somebody without an account, and at the end without the network.
    private void verifiedByAStranger(String number) throws IOException {
        Page page = desktop();
        page.navigate("/register");
        page.locator("#q").fill("ほしみだい");
        page.locator("main form button").click();
        page.locator("main table a:has-text('" + COMPANY + "')").click();
        look(page, "22-company-in-the-register");
        page.navigate("/certificates/" + number);
        look(page, "23-certificate");
        Path issuer = download(page, "/.well-known/hoshimori-issuer.json", "issuer.json");
        List<Path> files =
                List.of(
                        download(page, "/certificates/" + number + ".pdf?lang=ja", "ja.pdf"),
                        download(page, "/certificates/" + number + ".pdf?lang=en", "en.pdf"),
                        download(page, "/certificates/" + number + ".json", "one.json"),
                        download(page, "/certificates/" + number + ".jwt", "one.jwt"));
        for (Path file : files) {
            assertThat(verify(file, issuer)).as(file.toString()).isZero();
            byte[] flipped = Files.readAllBytes(file);
            flipped[flipped.length / 2] ^= 1;
            Path other = file.resolveSibling("flipped-" + file.getFileName());
            Files.write(other, flipped);
            assertThat(verify(other, issuer)).as(other.toString()).isNotZero();
        }
        page.navigate("/verify");
        look(page, "24-verify");
        page.locator("input[type=file]").setInputFiles(files.getFirst());
        page.locator("form[action='/verify'] button").first().click();
        assertThat(page.locator("#verdict")).containsText("本物");
        look(page, "25-genuine");
    }

    private static int verify(Path file, Path issuer) {
        return Command.run(List.of("verify", file.toString(), "--issuer", issuer.toString()));
    }

    private Path download(Page page, String path, String name) throws IOException {
        APIResponse answer = page.request().get(home + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return Files.write(downloads.resolve(name), answer.body());
    }

    /// The next year begins with the answers of this one.
    private void renew(Page page, String assessment) {
        page.navigate("/assessments/" + assessment + "/declare");
        page.locator("form[action$='/renew'] button").click();
        page.waitForURL(url -> url.contains("/assessments/") && !url.contains(assessment));
        page.navigate(page.url().replaceFirst("(/assessments/[0-9a-f-]{36}).*", "$1"));
        assertThat(page.locator("#gauge strong")).containsText("81件");
        look(page, "26-renewal");
    }

    /// A picture for the artefacts, and what axe thinks of the page.
    private void look(Page page, String name) {
        screenshot(page, "first-star-" + name);
        faults.addAll(faults(page));
    }
}
