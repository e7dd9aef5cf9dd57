import { count } from '../../app/phrases';
import { Link } from '../../app/address';
import { Time } from '../../app/Time';
import type { UnusedItem } from '../../http/contract';
import type { Drafting } from '../useDrafting';
import { turnHref } from '../views';

interface Props {
  projectId: string;
  item: UnusedItem;
  /** Null for whoever only reads. */
  drafting: Drafting | null;
}

export function UnusedPassage({ projectId, item, drafting }: Props) {
  const { sessionId, itemId, text, words, at } = item;
  const ask = () => {
    if (drafting === null || drafting.asking) return;
    void drafting.ask({ messagePointers: [{ sessionId, itemId }] });
  };
  return (
    <article className="unused-passage">
      <blockquote>{text}</blockquote>
      <p className="unused-tools">
        <span>{count(words, 'word')}</span>
        <span>
          said <Time at={at} />
        </span>
        <Link href={turnHref(projectId, item)}>in the transcript</Link>
        {drafting !== null && (
          <button type="button" aria-disabled={drafting.asking} onClick={ask}>
            Ask for a draft with this
          </button>
        )}
      </p>
    </article>
  );
}
