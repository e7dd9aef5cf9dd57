import { useMemo, type ReactNode } from 'react';
import { Link } from '../app/address';
import type { LiveItem, Session } from '../http/contract';
import { turnHref } from '../project/views';
import type { Captions } from './captions';
import { finishedAndRest, type Conversation } from './conversation';
import { LiveTurn } from './LiveTurn';
import './Log.css';
import type { useStickToEnd } from './useStickToEnd';

interface Props {
  conversation: Conversation;
  captions: Captions;
  /** How the client is named here. */
  client: string;
  scroll: ReturnType<typeof useStickToEnd>;
  /** Turns on their way. */
  children: ReactNode;
}

/** What was said, oldest first. Only finished turns are read out as they come. */
export function Log({ conversation, captions, client, scroll, children }: Props) {
  const { items, earlier, session } = conversation;
  const [finished, rest] = useMemo(() => finishedAndRest(items), [items]);
  const turns = (some: LiveItem[]) =>
    some.map((item) => (
      <LiveTurn key={item.itemId} item={item} client={client} captions={captions} />
    ));
  return (
    <div className="log-place">
      <div
        ref={scroll.box}
        className="log"
        tabIndex={0}
        role="region"
        aria-label="What has been said"
      >
        <div ref={scroll.content} className="log-content">
          {earlier && session !== null && <Earlier session={session} first={items[0]} />}
          <div role="log" aria-live="polite" aria-relevant="additions" aria-label="Turns">
            <ol>{turns(finished)}</ol>
          </div>
          <ol>
            {turns(rest)}
            {children}
          </ol>
        </div>
      </div>
      {scroll.below && (
        <button type="button" className="below" onClick={scroll.toEnd}>
          New words below
        </button>
      )}
    </div>
  );
}

function Earlier({ session, first }: { session: Session; first: LiveItem | undefined }) {
  const { id, projectId } = session;
  return (
    <p className="earlier">
      {projectId === null || first === undefined ? (
        'What was said before this is kept.'
      ) : (
        <>
          What was said before this stands in the{' '}
          <Link href={turnHref(projectId, { sessionId: id, itemId: first.itemId })}>
            transcript
          </Link>
          .
        </>
      )}
    </p>
  );
}
