package ghostwriter.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a list of distinct things became another. Pure.
final class Order {
  private Order() {}

  /// The fewest things that stand in both lists and were moved: all but a longest run that kept its
  /// order (patience sorting).
  static <T> Set<T> moved(List<T> before, List<T> after) {
    Map<T, Integer> places = places(before);
    List<T> shared = after.stream().filter(places::containsKey).toList();
    Set<T> moved = new HashSet<>(shared);
    int[] then = shared.stream().mapToInt(thing -> places.getOrDefault(thing, -1)).toArray();
    longestRise(then).forEach(index -> moved.remove(shared.get(index)));
    return moved;
  }

  private static <T> Map<T, Integer> places(List<T> things) {
    Map<T, Integer> places = new HashMap<>();
    for (T thing : things) {
      places.put(thing, places.size());
    }
    return places;
  }

  /// The indices of a longest rising run of distinct numbers.
  private static List<Integer> longestRise(int[] numbers) {
    int[] tops = new int[numbers.length];
    int[] ends = new int[numbers.length];
    int[] previous = new int[numbers.length];
    int longest = 0;
    for (int i = 0; i < numbers.length; i++) {
      int found = Arrays.binarySearch(tops, 0, longest, numbers[i]);
      int pile = -found - 1;
      tops[pile] = numbers[i];
      ends[pile] = i;
      previous[i] = pile == 0 ? -1 : ends[pile - 1];
      longest = Math.max(longest, pile + 1);
    }
    List<Integer> rise = new ArrayList<>();
    for (int i = longest == 0 ? -1 : ends[longest - 1]; i >= 0; i = previous[i]) {
      rise.add(i);
    }
    return rise;
  }

  /// Everything of both lists: in the order of the later one, and what is gone where it stood,
  /// behind whatever of the rest it followed.
  static <T> List<T> woven(List<T> before, List<T> after) {
    Set<T> staying = new HashSet<>(after);
    List<T> first = new ArrayList<>();
    Map<T, List<T>> behind = new LinkedHashMap<>();
    List<T> gone = first;
    for (T thing : before) {
      if (staying.contains(thing)) {
        gone = behind.computeIfAbsent(thing, _ -> new ArrayList<>());
      } else {
        gone.add(thing);
      }
    }
    List<T> woven = new ArrayList<>(first);
    for (T thing : after) {
      woven.add(thing);
      woven.addAll(behind.getOrDefault(thing, List.of()));
    }
    return woven;
  }
}
