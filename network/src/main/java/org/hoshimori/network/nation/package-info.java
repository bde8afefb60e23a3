/// Makes up nations: supply networks of any size with the structure that is published of Japan's.
@NullMarked
package org.hoshimori.network.nation;

import org.jspecify.annotations.NullMarked;
