import { asProblem } from '../http/problem';
import { ask } from '../http/server';

/** A stream that is back before this long was never missed by anybody. */
const PATIENCE_MS = 2_000;
const BROKEN_RETRY_MS = 1_000;
const REFUSED_RETRY_MS = 3_000;

/** Lost: it is tried again. Signed out, or what it tells of gone: the server will not let us listen on. */
export type Connection = 'connecting' | 'open' | 'lost' | 'signedOut' | 'gone';

interface Broadcast {
  /** Where the events come from; asked anew whenever the stream is opened here. */
  address: () => string;
  /** An ordinary address that is refused for the same reasons. */
  sameRights: string;
  kinds: readonly string[];
  hear: (kind: string, data: string) => void;
  trouble: (connection: 'lost' | 'signedOut' | 'gone') => void;
}

/** Listens to server-sent events until the returned function is called. */
export function follow(broadcast: Broadcast): () => void {
  const stream = new Stream(broadcast);
  document.addEventListener('visibilitychange', stream.follow);
  addEventListener('offline', stream.doubt);
  addEventListener('online', stream.renew);
  stream.follow();
  return () => {
    document.removeEventListener('visibilitychange', stream.follow);
    removeEventListener('offline', stream.doubt);
    removeEventListener('online', stream.renew);
    stream.stop();
  };
}

/** Opens the stream again after whatever ended it. A browser would also do so by itself, but later, and not always. */
class Stream {
  private readonly broadcast: Broadcast;
  private source: EventSource | null = null;
  private stopped = false;
  private worry: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(broadcast: Broadcast) {
    this.broadcast = broadcast;
  }

  /** A browser holds at most six connections to a server, so a page that nobody sees keeps none. */
  readonly follow = () => {
    if (document.hidden || this.stopped) this.close();
    else if (this.source === null) this.open();
  };

  /** The network is gone, but perhaps not the way to the server: a stream that hears nothing cannot tell. */
  readonly doubt = () => {
    const source = this.source;
    if (source === null) return;
    void this.whyNot().then((status) => {
      if (status === 0 && source === this.source) this.broken();
    });
  };

  /** A stream from before the network changed may be dead without knowing it. */
  readonly renew = () => {
    this.drop();
    this.follow();
  };

  stop() {
    this.stopped = true;
    this.close();
  }

  private close() {
    this.drop();
    this.calmDown();
    removeEventListener('focus', this.follow);
  }

  private drop() {
    this.source?.close();
    this.source = null;
    clearTimeout(this.retry);
  }

  private open() {
    const source = new EventSource(this.broadcast.address());
    for (const kind of this.broadcast.kinds) {
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        this.calmDown();
        this.broadcast.hear(kind, data);
      });
    }
    source.onerror = () => {
      if (source !== this.source) return;
      if (source.readyState === EventSource.CLOSED) void this.refused();
      else this.broken();
    };
    this.source = source;
  }

  private broken(retryMs = BROKEN_RETRY_MS) {
    this.drop();
    this.worry ??= setTimeout(() => this.broadcast.trouble('lost'), PATIENCE_MS);
    this.retry = setTimeout(this.follow, retryMs);
  }

  private async refused() {
    this.drop();
    const status = await this.whyNot();
    if (status === 404) return this.end('gone');
    if (status === 401) return this.signedOut();
    this.broken(REFUSED_RETRY_MS);
  }

  private signedOut() {
    this.end('signedOut');
    // Whoever comes back to this page may have signed in again in another one.
    addEventListener('focus', this.follow, { once: true });
  }

  /** An EventSource does not tell the status it was refused with; an ordinary request does. */
  private whyNot(): Promise<number> {
    return ask(this.broadcast.sameRights).then(
      () => 200,
      (thrown: unknown) => asProblem(thrown).status,
    );
  }

  private end(connection: 'signedOut' | 'gone') {
    this.calmDown();
    this.broadcast.trouble(connection);
  }

  private calmDown() {
    clearTimeout(this.worry);
    this.worry = undefined;
  }
}
