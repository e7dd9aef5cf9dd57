import java.util.Collection;
import java.util.List;

/// Figures in order.
record Figures(List<Double> sorted) {
  static Figures of(Collection<Double> values) {
    return new Figures(values.stream().sorted().toList());
  }

  int count() {
    return sorted.size();
  }

  double median() {
    return percentile(50);
  }

  double percentile(int percent) {
    return sorted.isEmpty() ? Double.NaN : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
