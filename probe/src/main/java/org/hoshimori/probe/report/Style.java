package org.hoshimori.probe.report;

/// How the report looks on a screen, light and dark, and on paper. Every colour that carries
/// meaning stands beside a word.
final class Style {

    private static final String COMMON =
            """
            *{box-sizing:border-box}
            h1{font-size:1.45em;margin:.2em 0 0}
            h2{font-size:1.2em;margin:2em 0 .5em;padding-bottom:.25em;border-bottom:1px solid var(--line,#d0d7de)}
            h3.when{font-size:1em;margin:1.6em 0 .4em;padding:.2em .7em;border-radius:4px;color:#fff}
            h4{font-size:1.05em;margin:0 0 .2em}
            small{font-weight:normal;color:var(--soft,#59636e)}
            .whose{font-size:1.1em;margin:.2em 0 1em;overflow-wrap:anywhere}
            .badge{border-radius:10px;text-align:center;color:#fff}
            .badge b{display:block;font-size:4em;line-height:1.1}
            .badge span{display:block;font-size:1.05em}
            .gA{background:#1a7f37}.gB{background:#4d7c0f}.gC{background:#8a6100}.gD{background:#b04a00}.gF{background:#c01c28}
            .sum{font-size:1.1em;font-weight:bold;margin:0 0 .4em}
            .note{border-left:4px solid #b04a00;padding:.3em .8em;margin:.8em 0}
            .fine{font-size:.85em;color:var(--soft,#59636e);overflow-wrap:anywhere}
            table{border-collapse:collapse;width:100%}
            .scale{table-layout:fixed;margin-top:1em}
            .scale td{color:#fff;text-align:center;font-size:.85em;padding:.15em 0;opacity:.5;border-right:1px solid var(--page,#fff)}
            .scale td.here{opacity:1;font-weight:bold}
            .pin{font-weight:bold;white-space:nowrap}
            .bars th{text-align:left;font-weight:normal;padding:.3em .6em .3em 0;width:10.5em}
            .bars td{text-align:right;width:6em;white-space:nowrap}
            .bars td.wide{width:auto}
            .bar{height:14px;border-radius:7px;overflow:hidden;background:var(--empty,#d8dee4)}
            .bar.none{background:none;border:1px dashed var(--soft,#59636e)}
            .bar div{height:14px}.good{background:#1a7f37}.fair{background:#b08800}.poor{background:#c01c28}
            .hosts{font-size:.9em}
            .hosts th{font-weight:normal;text-align:left;padding:.25em .5em .25em 0;overflow-wrap:anywhere}
            .hosts tbody th{min-width:9em}
            .hosts thead th{text-align:center;padding:.25em .2em;font-size:.9em}
            .hosts td{text-align:center;border:2px solid var(--page,#fff);background:var(--empty,#eef1f4);min-width:3.2em;padding:.1em .2em}
            td.critical,.chip.critical{background:#8f1020;color:#fff}
            td.high,.chip.high{background:#c01c28;color:#fff}
            td.medium,.chip.medium{background:#b04a00;color:#fff}
            td.low,.chip.low{background:#715600;color:#fff}
            .chip{display:inline-block;border-radius:4px;padding:0 .45em;font-size:.85em}
            .u1{background:#8f1020}.u2{background:#b04a00}.u3{background:#715600}
            .repair{border:1px solid var(--line,#d0d7de);border-left-width:5px;border-radius:6px;padding:.7em 1em;margin:.8em 0}
            .repair.critical{border-left-color:#8f1020}.repair.high{border-left-color:#c01c28}
            .repair.medium{border-left-color:#b04a00}.repair.low{border-left-color:#715600}
            .repair ul{padding-left:0;list-style:none;margin:.5em 0}
            .repair li{margin:.6em 0}.repair li p{margin:.1em 0}
            .gain{margin:0;color:var(--soft,#59636e)}
            .where{overflow-wrap:anywhere;font-size:.92em}
            .way li{margin:.2em 0}.way small{overflow-wrap:anywhere}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.6em .8em;border-radius:6px;font-size:.85em;margin:.3em 0;background:var(--code,#f3f5f7)}
            .views th{text-align:left;font-weight:normal;padding:.25em .6em .25em 0}
            .views td{padding:.25em .6em .25em 0;overflow-wrap:anywhere}
            """;

    static final String SCREEN =
            COMMON
                    + """
                    :root{color-scheme:light dark;--page:#fff;--ink:#1f2328;--soft:#59636e;--line:#d0d7de;--code:#f3f5f7;--empty:#e6eaef}
                    body{font-family:"BIZ UDPGothic","Hiragino Sans","Noto Sans CJK JP","Noto Sans JP",system-ui,sans-serif;line-height:1.7;margin:0;background:var(--page);color:var(--ink)}
                    main{max-width:54em;margin:0 auto;padding:1em}
                    .head{display:flex;gap:1.2em;flex-wrap:wrap;align-items:flex-start}
                    .badge{padding:.4em 1.2em .7em;min-width:8.5em}
                    .told{flex:1 1 18em}.told p{margin:.3em 0}
                    .scroll{overflow-x:auto}
                    summary{cursor:pointer;padding:.25em 0}
                    @media (max-width:32em){.bars th{width:6.5em}.bars td{width:4.6em;font-size:.9em}.badge{width:100%}.badge b{display:inline;font-size:2.6em;margin-right:.3em}.badge span{display:inline}.hosts{font-size:.8em}.hosts td{min-width:2.8em}}
                    @media (prefers-color-scheme:dark){:root{--page:#0d1117;--ink:#e6edf3;--soft:#9aa4af;--line:#30363d;--code:#161b22;--empty:#242b33}}
                    @media print{details>*{display:block}}
                    """;

    static final String PAPER =
            COMMON.replaceAll("var\\(--[a-z]+,([^)]+)\\)", "$1")
                    + """
                    @page{size:A4;margin:18mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font-family:'BIZ UDPGothic';font-size:8pt;color:#59636e}}
                    body{font-family:'BIZ UDPGothic';font-size:9.5pt;line-height:1.55;color:#1f2328}
                    .badge{float:left;width:34mm;padding:2mm 0 3mm}
                    .told{margin-left:40mm;min-height:32mm}.told p{margin:.3em 0}
                    .head{margin-bottom:4mm}
                    pre{font-family:Courier,'BIZ UDPGothic'}
                    h2,h3,h4{page-break-after:avoid}
                    .product{page-break-inside:avoid}
                    .product p{margin:.4em 0 0;font-weight:bold;font-size:.9em}
                    .repair li{page-break-inside:avoid}
                    """;

    private Style() {}
}
