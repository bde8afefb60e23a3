/// Questions to the domain name system, answered with the message as proof, and the checks that
/// read a domain's own records.
@NullMarked
package org.hoshimori.probe.dns;

import org.jspecify.annotations.NullMarked;
