import type { Block } from '../../http/contract';
import { focusBlock } from './blocks';
import type { Desk } from './desk';
import './BlockMark.css';

interface Props {
  block: Block;
  desk: Desk;
  select: (blockId: string) => void;
  /** What it is about, for those who do not see where it stands. */
  label: string;
  lines: string[];
  see: string;
  right: string;
}

/** Under a paragraph that somebody should look at: what is the matter, its words, and a way to stand by it. */
export function BlockMark({ block: { id }, desk, select, label, lines, see, right }: Props) {
  const reaffirm = async () => {
    const edit = { type: 'reaffirm', blockId: id } as const;
    const now = await desk.changes.change(edit, 'The paragraph stands as it is.');
    if (now !== null) focusBlock(id);
  };
  return (
    <div className="block-mark" role="group" aria-label={label}>
      {lines.map((line) => (
        <p key={line}>
          <span aria-hidden="true">⚠ </span>
          {line}
        </p>
      ))}
      <button type="button" className="plain" onClick={() => select(id)}>
        {see}
      </button>
      {desk.canWrite && (
        <button type="button" className="plain" onClick={() => void reaffirm()}>
          {right}
        </button>
      )}
    </div>
  );
}
