package ghostwriter.settings;

/// Every setting there is. `docs/settings.md` tells the same to people; a test compares them.
public enum Setting {
  /// A PostgreSQL server of one's own, `postgresql://…` or `jdbc:postgresql:…`.
  DATABASE_URL("DATABASE_URL", ""),
  /// How browsers reach the server, where it is not the address it listens on.
  PUBLIC_URL("GHOSTWRITER_PUBLIC_URL", ""),
  /// The word that opens the built-in engine; without it one is made and kept in the data folder.
  ENGINE_KEY("GHOSTWRITER_ENGINE_KEY", ""),
  /// Who interviews: `local`, the built-in engine, or `openai`, a hosted provider.
  LINE("GHOSTWRITER_LINE", "local"),
  /// The hosted provider's key.
  LINE_KEY("GHOSTWRITER_LINE_KEY", ""),
  /// The hosted provider's Realtime address.
  LINE_URL("GHOSTWRITER_LINE_URL", "wss://api.openai.com/v1/realtime"),
  /// Which model to talk to there.
  LINE_MODEL("GHOSTWRITER_LINE_MODEL", "gpt-realtime-2.1"),
  /// A Chat Completions address; with it, the built-in engine lets that model ask the questions.
  INTERVIEWER_URL("GHOSTWRITER_INTERVIEWER_URL", ""),
  /// The key for that address, where it asks for one.
  INTERVIEWER_KEY("GHOSTWRITER_INTERVIEWER_KEY", ""),
  /// Which model to ask there.
  INTERVIEWER_MODEL("GHOSTWRITER_INTERVIEWER_MODEL", ""),
  /// The base address of a language model that drafts; with a key alone, the hosted provider's.
  DRAFTER_URL("GHOSTWRITER_DRAFTER_URL", ""),
  /// The key for it. Without key and address the built-in drafter needs no model.
  DRAFTER_KEY("GHOSTWRITER_DRAFTER_KEY", ""),
  /// Which model to ask there.
  DRAFTER_MODEL("GHOSTWRITER_DRAFTER_MODEL", "gpt-6-luna"),
  /// How it is asked: `responses` or `chat`; without it, as the address suggests.
  DRAFTER_FORM("GHOSTWRITER_DRAFTER_FORM", ""),
  /// How it likes to be asked, as JSON.
  DRAFTER_OPTIONS("GHOSTWRITER_DRAFTER_OPTIONS", ""),
  /// How many US dollars the drafts of one project may cost.
  DRAFTER_BUDGET("GHOSTWRITER_DRAFTER_BUDGET", ""),
  /// How many US dollars all drafts of a calendar month may cost.
  DRAFTER_BUDGET_TOTAL("GHOSTWRITER_DRAFTER_BUDGET_TOTAL", ""),
  /// Another language model, asked where the first is down.
  DRAFTER_FALLBACK_URL("GHOSTWRITER_DRAFTER_FALLBACK_URL", ""),
  /// Its key.
  DRAFTER_FALLBACK_KEY("GHOSTWRITER_DRAFTER_FALLBACK_KEY", ""),
  /// Its name.
  DRAFTER_FALLBACK_MODEL("GHOSTWRITER_DRAFTER_FALLBACK_MODEL", ""),
  /// How it is asked.
  DRAFTER_FALLBACK_FORM("GHOSTWRITER_DRAFTER_FALLBACK_FORM", ""),
  /// How it likes to be asked.
  DRAFTER_FALLBACK_OPTIONS("GHOSTWRITER_DRAFTER_FALLBACK_OPTIONS", ""),
  /// What this node goes by among those on one database.
  NODE("GHOSTWRITER_NODE", ""),
  /// How many drafts one node works on at a time.
  DRAFTING_CONCURRENCY("GHOSTWRITER_DRAFTING_CONCURRENCY", "2"),
  /// How many jobs one sweep takes up at most.
  DRAFTING_SWEEP_LIMIT("GHOSTWRITER_DRAFTING_SWEEP_LIMIT", "20"),
  /// How much of the conversation one section's part of a prompt holds at most, in tokens.
  DRAFTING_PACK_TOKENS("GHOSTWRITER_DRAFTING_PACK_TOKENS", "1200"),
  /// Read by the launcher: the largest heap of the server's Java.
  LAUNCHER_HEAP("GHOSTWRITER_LAUNCHER_HEAP", "384m"),
  /// Read by the launcher: more options for the server's Java.
  LAUNCHER_JAVA_OPTIONS("GHOSTWRITER_LAUNCHER_JAVA_OPTIONS", "");

  private final String variable;
  private final String standard;

  Setting(String variable, String standard) {
    this.variable = variable;
    this.standard = standard;
  }

  /// Whether the value may stand in a file: the launcher reads its own settings, and only as they
  /// are.
  public boolean hasFileForm() {
    return !variable.startsWith("GHOSTWRITER_LAUNCHER_");
  }

  /// The environment variable; with `_FILE` behind it, the variable that names a file holding the
  /// value.
  public String variable() {
    return variable;
  }

  /// The value where nothing is set; empty where the setting is off.
  public String standard() {
    return standard;
  }
}
