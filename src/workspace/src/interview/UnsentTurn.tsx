import type { Outbox } from './useOutbox';
import type { Unsent } from './unsent';

interface Props {
  unsent: Unsent;
  client: string;
  /** True while the conversation rests, and so does what is said to it. */
  resting: boolean;
  outbox: Outbox;
  takeBack: (unsent: Unsent) => void;
}

/** The client's words on their way. */
export function UnsentTurn({ unsent, client, resting, outbox, takeBack }: Props) {
  const { key, text, itemId, problem } = unsent;
  return (
    <li className="said" data-role="user" data-unsent>
      <p className="said-by">{client}</p>
      <p className="said-text">{text}</p>
      {problem === null ? (
        <p className="said-note" data-soon={!resting || undefined}>
          {itemId !== null && resting ? 'Waits until the conversation goes on.' : 'Sending…'}
        </p>
      ) : problem.passing ? (
        <div className="said-note" role="status">
          <p>Not sent yet. It is tried again by itself.</p>
          <button type="button" onClick={() => outbox.again(key)}>
            Send it now
          </button>
        </div>
      ) : (
        <div className="said-note" role="alert">
          <p>Not sent: {problem.message}</p>
          <button type="button" onClick={() => outbox.again(key)}>
            Send it again
          </button>
          <button type="button" className="plain" onClick={() => takeBack(unsent)}>
            Take it back
          </button>
        </div>
      )}
    </li>
  );
}
