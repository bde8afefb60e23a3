package org.hoshimori.probe.imports;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Protocol;

/// Nmap, Greenbone (OpenVAS) and XCCDF results, as a stream: no document type is processed, no
/// entity resolved, nothing outside the file read.
final class XmlImport {

    private static final int DEEPEST = 200;

    private XmlImport() {}

    static List<Observation> read(byte[] bytes) throws Malformed {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // What is wrong is said by our own fault, once.
        factory.setXMLReporter((_, _, _, _) -> {});
        factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            int depth = 0;
            State state = new State();
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (++depth > DEEPEST) {
                        throw new Malformed(
                                in.getLocation().getLineNumber(),
                                1,
                                "more than " + DEEPEST + " levels");
                    }
                    state.start(in);
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    state.text.append(in.getText(), 0, Math.min(in.getText().length(), 2000));
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    state.end(in.getLocalName());
                }
            }
            if (state.kind.isEmpty()) {
                throw new Malformed("XML of an unknown kind: Nmap, Greenbone and XCCDF are read");
            }
            return state.observations;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            int column =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNumber());
            throw new Malformed(line, column, "not well-formed XML");
        }
    }

    /// What has been read so far.
    private static final class State {
        private final List<Observation> observations = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private String kind = "";
        private String address = "";
        private String name = "";
        private String port = "";
        private String portState = "";
        private String service = "";
        private String product = "";
        private String version = "";
        private String rule = "";
        private String result = "";
        private String severity = "";
        private Instant time = Instant.EPOCH;
        private boolean inResult;

        void start(XMLStreamReader in) {
            text.setLength(0);
            String element = in.getLocalName();
            if (kind.isEmpty()) {
                kind =
                        switch (element) {
                            case "nmaprun" -> "nmap";
                            case "report", "get_reports_response" -> "greenbone";
                            case "TestResult", "Benchmark" -> "xccdf";
                            default -> "";
                        };
                if (element.equals("nmaprun")) {
                    time = Imported.time(attribute(in, "start"));
                }
            }
            switch (kind) {
                case "nmap" -> nmap(element, in);
                case "greenbone" -> {
                    if (element.equals("result")) {
                        inResult = true;
                        address = "";
                        name = "";
                        port = "";
                        severity = "";
                    }
                }
                case "xccdf" -> {
                    if (element.equals("rule-result")) {
                        rule = attribute(in, "idref");
                        severity = attribute(in, "severity");
                        time = Imported.time(attribute(in, "time"));
                    }
                }
                default -> {}
            }
        }

        private void nmap(String element, XMLStreamReader in) {
            switch (element) {
                case "host" -> {
                    address = "";
                    name = "";
                    if (!attribute(in, "starttime").isEmpty()) {
                        time = Imported.time(attribute(in, "starttime"));
                    }
                }
                case "address" -> {
                    if (!attribute(in, "addrtype").equals("mac") && address.isEmpty()) {
                        address = attribute(in, "addr");
                    }
                }
                case "hostname" -> name = name.isEmpty() ? attribute(in, "name") : name;
                case "port" -> {
                    port = attribute(in, "portid");
                    portState = "";
                    service = "";
                    product = "";
                    version = "";
                }
                case "state" -> portState = attribute(in, "state");
                case "service" -> {
                    service = attribute(in, "name");
                    product = attribute(in, "product");
                    version = attribute(in, "version");
                }
                default -> {}
            }
        }

        void end(String element) {
            String content = text.toString().strip();
            switch (kind) {
                case "nmap" -> {
                    if (element.equals("port")
                            && portState.equals("open")
                            && port.matches("\\d{1,5}")
                            && !address.isEmpty()) {
                        port();
                    }
                }
                case "greenbone" -> greenbone(element, content);
                case "xccdf" -> {
                    if (element.equals("target") && address.isEmpty()) {
                        address = content;
                    }
                    if (element.equals("result")) {
                        result = content;
                    }
                    if (element.equals("rule-result") && !rule.isEmpty()) {
                        add(
                                "import.xccdf",
                                address.isEmpty() ? "unknown" : address,
                                Facts.write()
                                        .put("rule", rule)
                                        .put("result", result)
                                        .put("severity", severity)
                                        .done(),
                                rule + " " + result);
                    }
                }
                default -> {}
            }
            text.setLength(0);
        }

        private void port() {
            Protocol known = service(service, Integer.parseInt(port));
            String banner = banner();
            Facts facts =
                    Facts.write()
                            .put("open", true)
                            .put("port", Long.parseLong(port))
                            .put("service", known.word())
                            .put("confirmed", !product.isEmpty())
                            .put("exposed", exposed(known))
                            .put("open_without_login", false)
                            .put("clear_text", known == Protocol.TELNET)
                            .put("banner", banner)
                            .done();
            add(
                    "net.service",
                    (name.isEmpty() ? address : name) + ":" + port,
                    facts,
                    service + " " + product + " " + version);
        }

        /// As the banner that Nmap read it from, so that it is known under the same names.
        private String banner() {
            return switch (product.toLowerCase(Locale.ROOT)) {
                case "openssh" -> "OpenSSH_" + version.replace(" ", " ");
                case "nginx" -> "nginx/" + version;
                case "apache httpd" -> "Apache/" + version;
                case "exim smtpd" -> "Exim " + version;
                case "proftpd" -> "ProFTPD " + version;
                case "vsftpd" -> "vsFTPd " + version;
                default -> (product + " " + version).strip();
            };
        }

        private void greenbone(String element, String content) {
            if (!inResult) {
                return;
            }
            switch (element) {
                case "host" -> address = content;
                case "port" -> port = content;
                case "name" -> name = name.isEmpty() ? content : name;
                case "severity" -> severity = content;
                case "result" -> {
                    inResult = false;
                    if (!address.isEmpty()) {
                        String asset =
                                port.matches("\\d{1,5}/.*")
                                        ? address + ":" + port.replaceFirst("/.*", "")
                                        : address;
                        add(
                                "import.greenbone",
                                asset,
                                Facts.write().put("name", name).put("severity", severity).done(),
                                name);
                    }
                }
                default -> {}
            }
        }

        private void add(String check, String asset, Facts facts, String proof) {
            observations.add(Imported.seen(kind, check, asset, time, facts, proof));
        }

        private static boolean exposed(Protocol service) {
            return switch (service) {
                case TELNET,
                        MYSQL,
                        POSTGRES,
                        REDIS,
                        MEMCACHED,
                        MONGODB,
                        ELASTICSEARCH,
                        SMB,
                        RDP,
                        VNC,
                        DOCKER,
                        MSSQL,
                        ORACLE ->
                        true;
                default -> false;
            };
        }

        private static Protocol service(String nmapName, int port) {
            return switch (nmapName) {
                case "ms-wbt-server" -> Protocol.RDP;
                case "microsoft-ds", "netbios-ssn" -> Protocol.SMB;
                case "postgresql" -> Protocol.POSTGRES;
                case "ms-sql-s" -> Protocol.MSSQL;
                case "oracle-tns" -> Protocol.ORACLE;
                case "mongod" -> Protocol.MONGODB;
                default -> Protocol.named(nmapName).orElse(Protocol.usually(port));
            };
        }

        private static String attribute(XMLStreamReader in, String wanted) {
            String value = in.getAttributeValue(null, wanted);
            return value == null ? "" : value;
        }
    }
}
