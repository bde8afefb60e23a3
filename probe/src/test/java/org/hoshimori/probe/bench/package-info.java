/// The probe beside other tools on the same fleet in the same run: what each sees, and how long it
/// takes. Not shipped.
package org.hoshimori.probe.bench;
