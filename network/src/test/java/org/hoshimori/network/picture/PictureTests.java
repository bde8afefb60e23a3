package org.hoshimori.network.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hoshimori.network.nation.Nation;
import org.hoshimori.network.nation.NationPlan;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PictureTests {
    @Test
    void barsAreAsLongAsTheirNumbersAndNamesCannotBreakOut() throws Exception {
        Document svg =
                parse(
                        BarPicture.of(
                                "t<1>",
                                "below & all",
                                List.of(
                                        new BarPicture.Bar("<script>\"x\"", 1, 4),
                                        new BarPicture.Bar("b", 0, 2))));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("t<1>");
        var bars = svg.getElementsByTagName("rect");
        assertThat(width(bars.item(1))).isEqualTo(2 * width(bars.item(3)));
        assertThat(width(bars.item(1))).isEqualTo(4 * width(bars.item(2)));
    }

    @Test
    void degreesFallFromAllCompaniesToTheLargest() throws Exception {
        Document svg =
                parse(
                        DegreePicture.of(
                                new Nation(new NationPlan(1, 2000, 8000)).network(),
                                "つながり",
                                "受注者",
                                "発注者"));

        assertThat(svg.getElementsByTagName("circle").getLength()).isGreaterThan(20);
        parse(DegreePicture.of(new Nation(new NationPlan(1, 1, 0)).network(), "t", "a", "b"));
    }

    private static double width(org.w3c.dom.Node bar) {
        return Double.parseDouble(bar.getAttributes().getNamedItem("width").getNodeValue());
    }

    private static Document parse(Picture picture) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.svg().getBytes(StandardCharsets.UTF_8)));
    }
}
