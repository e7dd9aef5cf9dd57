import { FEED_KINDS, type FeedEvent } from '../http/contract';
import { asProblem } from '../http/problem';
import { ask } from '../http/server';
import type { Happening } from './news';

/** A stream that is back before this long was never missed by anybody. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 3_000;

/** Listens to a project's feed until the returned function is called. */
export function listen(projectId: string, hear: (happening: Happening) => void): () => void {
  const stream = new Stream(projectId, hear);
  document.addEventListener('visibilitychange', stream.follow);
  stream.follow();
  return () => {
    document.removeEventListener('visibilitychange', stream.follow);
    stream.stop();
  };
}

/**
 * The browser itself resumes a stream that broke off, by Last-Event-ID. One that the server refused, or that was closed
 * because nobody sees the page, is opened again here, after the last event heard.
 */
class Stream {
  private readonly projectId: string;
  private readonly hear: (happening: Happening) => void;
  private source: EventSource | null = null;
  private stopped = false;
  private lastSeq: number | null = null;
  private worry: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(projectId: string, hear: (happening: Happening) => void) {
    this.projectId = projectId;
    this.hear = hear;
  }

  /** A browser holds at most six connections to a server, so a page that nobody sees keeps none. */
  readonly follow = () => {
    if (document.hidden || this.stopped) this.close();
    else if (this.source === null) this.open();
  };

  stop() {
    this.stopped = true;
    this.close();
  }

  private close() {
    this.source?.close();
    this.source = null;
    this.calmDown();
    clearTimeout(this.retry);
    removeEventListener('focus', this.follow);
  }

  private open() {
    const after = this.lastSeq === null ? '' : `?after=${this.lastSeq}`;
    const source = new EventSource(`/api/projects/${this.projectId}/feed${after}`);
    source.addEventListener('hello', ({ data }: MessageEvent<string>) => {
      const { seq } = JSON.parse(data) as { seq: number };
      this.lastSeq ??= seq;
      this.calmDown();
      this.hear({ type: 'hello', seq });
    });
    for (const kind of FEED_KINDS) {
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        const event = JSON.parse(data) as FeedEvent;
        this.lastSeq = event.seq;
        this.hear({ type: 'told', event });
      });
    }
    source.onerror = () => {
      this.worry ??= setTimeout(() => this.tell('lost'), PATIENCE_MS);
      if (source.readyState === EventSource.CLOSED && source === this.source) void this.refused();
    };
    this.source = source;
  }

  private async refused() {
    this.source = null;
    const status = await this.whyNot();
    if (status === 404) return this.end('gone');
    if (status !== 401) {
      this.retry = setTimeout(this.follow, RETRY_MS);
      return;
    }
    this.end('signedOut');
    // Whoever comes back to this page may have signed in again in another one.
    addEventListener('focus', this.follow, { once: true });
  }

  /** An EventSource does not tell the status it was refused with; an ordinary request does. */
  private whyNot(): Promise<number> {
    return ask(`/api/projects/${this.projectId}`).then(
      () => 200,
      (thrown: unknown) => asProblem(thrown).status,
    );
  }

  private end(connection: 'signedOut' | 'gone') {
    this.calmDown();
    this.tell(connection);
  }

  private tell(connection: 'lost' | 'signedOut' | 'gone') {
    this.hear({ type: 'connection', connection });
  }

  private calmDown() {
    clearTimeout(this.worry);
    this.worry = undefined;
  }
}
