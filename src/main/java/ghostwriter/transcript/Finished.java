package ghostwriter.transcript;

import java.util.List;

/// A session that has come to its end.
///
/// @param seq the number of its last raw event
/// @param changes what the end itself settled
/// @param anomalies where what is stored, or what the live view was told, differs from what the raw
///   events say; empty where all is well
public record Finished(long seq, List<TranscriptChange> changes, List<Anomaly> anomalies) {
  public Finished {
    changes = List.copyOf(changes);
    anomalies = List.copyOf(anomalies);
  }
}
