package ghostwriter.drafting;

/// Writes: turns a brief into edits. It is called with no transaction open and may take minutes.
/// Implementations are safe for many threads.
public interface DraftModel {
  Answer draft(Brief brief);
}
