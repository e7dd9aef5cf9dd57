import { FEED_KINDS, type FeedEvent } from '../http/contract';
import { asProblem } from '../http/problem';
import { ask } from '../http/server';
import type { Happening } from './news';

/** A stream that is back before this long was never missed by anybody. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 3_000;

/**
 * Listens to a project's feed until the returned function is called. The browser itself resumes a stream that broke
 * off, by Last-Event-ID; one that the server refused is opened again here, after the last event heard, unless we
 * are signed out or the project is gone.
 */
export function listen(projectId: string, hear: (happening: Happening) => void): () => void {
  let source: EventSource;
  let lastSeq: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  const open = () => {
    const after = lastSeq === null ? '' : `?after=${lastSeq}`;
    source = new EventSource(`/api/projects/${projectId}/feed${after}`);
    source.addEventListener('hello', ({ data }: MessageEvent<string>) => {
      clearTimeout(timer);
      timer = undefined;
      hear({ type: 'hello', seq: (JSON.parse(data) as { seq: number }).seq });
    });
    for (const kind of FEED_KINDS) source.addEventListener(kind, take);
    source.onerror = () => {
      timer ??= setTimeout(() => hear({ type: 'connection', connection: 'lost' }), PATIENCE_MS);
      if (source.readyState === EventSource.CLOSED) void reopen();
    };
  };

  const take = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as FeedEvent;
    lastSeq = event.seq;
    hear({ type: 'told', event });
  };

  const reopen = async () => {
    const refusal = await whyNot(projectId);
    if (over) return;
    if (refusal === 404) return end('gone');
    if (refusal === 401) {
      end('signedOut');
      // Whoever comes back to this tab may have signed in again in another one.
      addEventListener('focus', openAgain, { once: true });
    } else {
      setTimeout(openAgain, RETRY_MS);
    }
  };

  const openAgain = () => {
    if (!over) open();
  };

  const end = (connection: 'signedOut' | 'gone') => {
    clearTimeout(timer);
    hear({ type: 'connection', connection });
  };

  open();
  return () => {
    over = true;
    clearTimeout(timer);
    removeEventListener('focus', openAgain);
    source.close();
  };
}

// An EventSource does not tell the status it was refused with; an ordinary request does.
async function whyNot(projectId: string): Promise<number> {
  return ask(`/api/projects/${projectId}`).then(
    () => 200,
    (thrown: unknown) => asProblem(thrown).status,
  );
}
