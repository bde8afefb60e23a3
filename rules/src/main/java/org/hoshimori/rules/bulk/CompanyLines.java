package org.hoshimori.rules.bulk;

import java.util.HashMap;
import java.util.Map;

/// On which line each company stood first. Numbers, as nearly all are (法人番号), take twelve bytes of
/// a table; other names are kept as they are.
final class CompanyLines {
    /// Digits that fit a `long` with the one before them, which keeps leading zeros apart.
    private static final int MOST_DIGITS = 17;

    private static final int SMALLEST = 1024;

    private final Map<String, Integer> names = new HashMap<>();
    private long[] numbers = new long[SMALLEST];
    private int[] lines = new int[SMALLEST];
    private int size;

    /// The line on which the company stood before, or 0 when it had not and now stands on `line`.
    int put(String company, int line) {
        long number = number(company);
        if (number == 0) {
            Integer before = names.putIfAbsent(company, line);
            return before == null ? 0 : before;
        }
        int slot = slot(number);
        if (numbers[slot] == number) {
            return lines[slot];
        }
        numbers[slot] = number;
        lines[slot] = line;
        if (++size > numbers.length / 2) {
            grow();
        }
        return 0;
    }

    /// 0 for a name that is no number, or too long.
    private static long number(String company) {
        if (company.length() > MOST_DIGITS) {
            return 0;
        }
        long number = 1;
        for (int i = 0; i < company.length(); i++) {
            int digit = company.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /// Where the number is, or belongs.
    private int slot(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & numbers.length - 1;
        while (numbers[slot] != 0 && numbers[slot] != number) {
            slot = slot + 1 & numbers.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        int[] oldLines = lines;
        numbers = new long[oldNumbers.length * 2];
        lines = new int[oldNumbers.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldNumbers[i]);
                numbers[slot] = oldNumbers[i];
                lines[slot] = oldLines[i];
            }
        }
    }
}
