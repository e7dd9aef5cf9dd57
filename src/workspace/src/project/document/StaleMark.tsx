import type { Block } from '../../http/contract';
import { focusBlock } from './blocks';
import type { Desk } from './desk';
import './StaleMark.css';

interface Props {
  block: Block;
  desk: Desk;
  select: (blockId: string) => void;
}

/** Under a paragraph whose words were put right after it was written. */
export function StaleMark({ block: { id }, desk, select }: Props) {
  const reaffirm = async () => {
    const edit = { type: 'reaffirm', blockId: id } as const;
    const now = await desk.changes.change(edit, 'The paragraph stands as it is.');
    if (now !== null) focusBlock(id);
  };
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
