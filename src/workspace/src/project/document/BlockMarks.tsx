import type { Block, Doubt } from '../../http/contract';
import { BlockMark } from './BlockMark';
import type { Desk } from './desk';

interface Props {
  block: Block;
  desk: Desk;
  select: (blockId: string) => void;
}

/** What somebody should look at in a paragraph: its words were put right since, or say less than it does. */
export function BlockMarks(props: Props) {
  const { stale, doubts } = props.block;
  return (
    <>
      {stale && (
        <BlockMark
          {...props}
          label="The words of this paragraph were corrected"
          lines={['Words that this rests on were corrected after it was written.']}
          see="See the corrected words"
          right="It is still right"
        />
      )}
      {doubts.length > 0 && (
        <BlockMark
          {...props}
          label="Not all of this paragraph was said"
          lines={[...new Set(doubts.map(sentence))]}
          see="See what was said"
          right="It is right"
        />
      )}
    </>
  );
}

function sentence({ kind, about }: Doubt): string {
  switch (kind) {
    case 'number':
    case 'name':
    case 'unsupported':
      return `“${about}” was not found in the words that this rests on.`;
    case 'negation':
      return `“${about}”: the words that this rests on may say the opposite.`;
  }
}
