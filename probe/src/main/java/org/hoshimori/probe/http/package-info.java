/// What a web server says: its redirects, headers, cookies and pages, each asked for once.
@NullMarked
package org.hoshimori.probe.http;

import org.jspecify.annotations.NullMarked;
