import { FEED_KINDS, type FeedEvent } from '../http/contract';
import type { Happening } from './news';
import { follow } from './stream';

/** Listens to a project's feed until the returned function is called; what breaks off goes on after the last event heard. */
export function listen(projectId: string, hear: (happening: Happening) => void): () => void {
  let lastSeq: number | null = null;
  const heard = (kind: string, data: string) => {
    if (kind === 'hello') {
      const { seq } = JSON.parse(data) as { seq: number };
      lastSeq ??= seq;
      hear({ type: 'hello', seq });
    } else {
      const event = JSON.parse(data) as FeedEvent;
      lastSeq = event.seq;
      hear({ type: 'told', event });
    }
  };
  return follow({
    address: () => `/api/projects/${projectId}/feed${lastSeq === null ? '' : `?after=${lastSeq}`}`,
    sameRights: `/api/projects/${projectId}`,
    kinds: ['hello', ...FEED_KINDS],
    hear: heard,
    trouble: (connection) => hear({ type: 'connection', connection }),
  });
}
