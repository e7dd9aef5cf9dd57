/** Not more often than this. */
const LEAST_MS = 600;
/** While somebody writes without a pause, not more seldom than this. */
const MOST_MS = 1_800;
const RETRY_MS = 3_000;
/** Words to be sent do not wait longer than this for a draft on its way. */
const PATIENCE_MS = 1_000;

/**
 * Saves what is being typed: at once when somebody begins, so that the assistant waits; then at every short pause, and
 * now and then while there is none. One request at a time; the newest text wins.
 */
export class DraftKeeper {
  private readonly save: (text: string, leaving: boolean) => Promise<unknown>;
  private readonly tell: (saved: boolean) => void;
  private text: string;
  private saved: string;
  /** Counts how often the box was emptied. */
  private round = 0;
  private savedAt = -Infinity;
  private waitsSince: number | null = null;
  private onItsWay: Promise<void> | null = null;
  private clock: ReturnType<typeof setTimeout> | undefined;
  private over = false;

  /**
   * @param saved what the server holds already
   * @param tell hears whether the newest text is with the server
   */
  constructor(
    saved: string,
    save: (text: string, leaving: boolean) => Promise<unknown>,
    tell: (saved: boolean) => void,
  ) {
    this.text = saved;
    this.saved = saved;
    this.save = save;
    this.tell = tell;
  }

  type(text: string) {
    const now = Date.now();
    this.text = text;
    this.waitsSince ??= now;
    const due =
      now - this.savedAt >= MOST_MS
        ? now
        : Math.max(Math.min(now + LEAST_MS, this.waitsSince + MOST_MS), this.savedAt + LEAST_MS);
    this.later(due - now);
  }

  /** The box was emptied into the outbox. To save that as well would only tell the assistant to wait. */
  emptied() {
    clearTimeout(this.clock);
    this.text = '';
    this.saved = '';
    this.round += 1;
    this.waitsSince = null;
  }

  /** Lets a draft on its way arrive, so that it comes before the words it became. */
  async settled() {
    await Promise.race([this.onItsWay, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  }

  /** The server has taken words and thereby cleared its draft. */
  wordsTaken() {
    this.saved = '';
    if (this.text !== '') this.type(this.text);
  }

  /** The conversation has ended: the server takes nothing any more. */
  end() {
    clearTimeout(this.clock);
    this.over = true;
  }

  /** Saves what is left, for whoever leaves. */
  leave() {
    clearTimeout(this.clock);
    if (!this.over && this.text !== this.saved)
      void this.save(this.text, true).catch(() => undefined);
  }

  private later(ms: number) {
    clearTimeout(this.clock);
    if (!this.over) this.clock = setTimeout(() => void this.saveNow(), ms);
  }

  private async saveNow() {
    if (this.onItsWay !== null) return;
    if (this.text === this.saved) return this.tell(true);
    const { text, round } = this;
    this.waitsSince = null;
    this.savedAt = Date.now();
    let good = false;
    this.onItsWay = this.save(text, false).then(
      () => void (good = true),
      () => undefined,
    );
    await this.onItsWay;
    this.onItsWay = null;
    // What was emptied meanwhile goes from the server with the words.
    if (good && round === this.round) this.saved = text;
    this.tell(this.text === this.saved);
    if (this.text !== this.saved) this.later(good ? LEAST_MS : RETRY_MS);
  }
}
