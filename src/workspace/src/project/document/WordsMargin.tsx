import { useEffect, useRef } from 'react';
import type { Block, Document, Project } from '../../http/contract';
import { blockElement } from './blocks';
import { BlockTools } from './BlockTools';
import { Passages } from './Passages';
import { useBeside } from './useBeside';
import type { Desk } from './desk';
import './WordsMargin.css';

interface Props {
  project: Project;
  document: Document;
  block: Block;
  wide: boolean;
  desk: Desk;
  close: () => void;
}

/** The words a paragraph came from: in the margin beside it, or on a small screen on a sheet over the page's foot. */
export function WordsMargin({ project, document, block, wide, desk, close }: Props) {
  const panel = useRef<HTMLElement>(null);
  const { column, offset } = useBeside(block.id, wide);
  const { editing } = desk.editing;
  const beingEdited = editing?.place.over === block.id;

  useEffect(() => {
    // Beside the page the focus may stay on the paragraph; a sheet over it must take the focus along.
    if (wide) return;
    panel.current?.focus({ preventScroll: true });
    blockElement(block.id)?.scrollIntoView({ block: 'nearest' });
  }, [block.id, wide]);

  if (!wide && editing !== null) return null;
  return (
    <div ref={column} className="margin" style={{ paddingTop: wide ? offset : 0 }}>
      <aside
        ref={panel}
        className="words"
        aria-labelledby="words-heading"
        tabIndex={-1}
        onKeyDown={({ key }) => {
          if (key === 'Escape') close();
        }}
      >
        <header>
          <h2 id="words-heading">The words it came from</h2>
          <button type="button" className="plain" onClick={close}>
            Close
          </button>
        </header>
        <Origin block={block} />
        {desk.canWrite && !beingEdited && (
          <BlockTools document={document} block={block} desk={desk} />
        )}
        {block.sources.length > 0 && (
          <Passages
            projectId={project.id}
            block={block}
            version={document.version}
            scrolls={panel}
          />
        )}
      </aside>
    </div>
  );
}

function Origin({ block }: { block: Block }) {
  const connective = block.origin === 'draft' && block.grounding === 'connective';
  if (block.origin === 'human') {
    const drafted = block.sources.length > 0;
    return (
      <p className="words-origin">
        Written by hand{drafted ? ', where a draft had these words:' : '.'}
      </p>
    );
  }
  if (!connective) return null;
  return (
    <p className="words-origin">
      Connective: it leads from one passage to the next and holds nothing that was said.
    </p>
  );
}
