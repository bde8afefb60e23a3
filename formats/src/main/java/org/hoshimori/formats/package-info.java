/// Documents that other programs exchange (OSCAL, CISO Assistant libraries): recognised by content,
/// read without trusting them, turned into editions and answers of ours and written from them.
@NullMarked
package org.hoshimori.formats;

import org.jspecify.annotations.NullMarked;
