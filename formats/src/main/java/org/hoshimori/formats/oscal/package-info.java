/// OSCAL, NIST's language for catalogs, profiles, plans and results: JSON, YAML and XML by one
/// table of its shape, profile resolution, and the way from and to our editions and answers.
@NullMarked
package org.hoshimori.formats.oscal;

import org.jspecify.annotations.NullMarked;
