package org.hoshimori.probe.rating;

/// How the report looks on a screen and on paper.
final class ReportStyle {

    private static final String COMMON =
            """
            *{box-sizing:border-box}
            h1{font-size:1.5em}h2{font-size:1.2em;margin-top:1.6em}h3{font-size:1.05em;margin:0 0 .3em}
            small{font-weight:normal}
            .grade{padding:.6em 1em;border-radius:8px;border:2px solid #888}
            .grade b{font-size:3em;margin-right:.4em}
            .grade span{font-size:1.4em}
            .gA{border-color:#1a7f37}.gB{border-color:#5a8f00}.gC{border-color:#9a6700}.gD{border-color:#bc4c00}.gF{border-color:#cf222e}
            table.bars{width:100%;border-collapse:collapse}
            .bars th{text-align:left;font-weight:normal;width:28%;padding:.3em 0}
            .bars td:last-child{width:18%;text-align:right}
            .bar{height:12px;border-radius:6px;overflow:hidden;background:#d0d7de}
            .bar div{height:12px}.good{background:#1a7f37}.fair{background:#9a6700}.poor{background:#cf222e}
            .finding{border-left:4px solid #888;padding:.1em 0 .1em .8em;margin:1.1em 0}
            .critical{border-color:#a40e26}.high{border-color:#cf222e}.medium{border-color:#bc4c00}.low{border-color:#9a6700}
            .assets{overflow-wrap:anywhere;font-size:.92em}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.6em;border-radius:6px;font-size:.85em}
            .fine{font-size:.75em;overflow-wrap:anywhere}
            """;

    static final String SCREEN =
            COMMON
                    + """
                    :root{color-scheme:light dark}
                    body{font-family:"BIZ UDPGothic","Hiragino Sans","Noto Sans JP",system-ui,sans-serif;line-height:1.7;margin:0;background:#fff;color:#1f2328}
                    main{max-width:52em;margin:0 auto;padding:1em}
                    pre{background:#f3f5f7}
                    .note{border:1px solid #9a6700;padding:.4em .8em;border-radius:6px}
                    summary{cursor:pointer;padding:.25em 0}
                    @media (prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}pre{background:#161b22}.bar{background:#30363d}}
                    @media print{details>*{display:block}}
                    """;

    static final String PAPER =
            COMMON
                    + """
                    @page{size:A4;margin:18mm}
                    body{font-family:'BIZ UDPGothic';font-size:10pt;line-height:1.6;color:#1f2328}
                    pre{background:#f3f5f7;font-family:'BIZ UDPGothic';page-break-inside:avoid}
                    .finding h3{page-break-after:avoid}
                    .product{margin:.4em 0 0}
                    """;

    private ReportStyle() {}
}
