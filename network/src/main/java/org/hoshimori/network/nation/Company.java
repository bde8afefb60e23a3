package org.hoshimori.network.nation;

/// A company that does not exist.
///
/// @param number from 0
/// @param industry from 0 to 98
/// @param prefecture from 0 to 46
/// @param size employees, from 1
/// @param level 0, 3, 4 or 5
/// @param rank between 0 and 1, uniform; near 0 for the largest companies
record Company(int number, int industry, int prefecture, int size, int level, double rank) {
    String name() {
        return "N%09d".formatted(number);
    }

    String industryText() {
        return "%02d".formatted(industry + 1);
    }

    String prefectureText() {
        return Places.PREFECTURES.get(prefecture);
    }
}
