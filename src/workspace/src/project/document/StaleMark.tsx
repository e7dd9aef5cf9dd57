import type { Block } from '../../http/contract';
import type { Desk } from './desk';
import './StaleMark.css';

interface Props {
  block: Block;
  desk: Desk;
  select: (blockId: string) => void;
}

/** Under a paragraph whose words were put right after it was written. */
export function StaleMark({ block: { id }, desk, select }: Props) {
  const reaffirm = () =>
    desk.changes.change({ type: 'reaffirm', blockId: id }, 'The paragraph stands as it is.');
  return (
    <div className="stale" role="group" aria-label="The words of this paragraph were corrected">
      <p>
        <span aria-hidden="true">⚠ </span>Words that this rests on were corrected after it was
        written.
      </p>
      <button type="button" className="plain" onClick={() => select(id)}>
        See the corrected words
      </button>
      {desk.canWrite && (
        <button type="button" className="plain" onClick={() => void reaffirm()}>
          It is still right
        </button>
      )}
    </div>
  );
}
