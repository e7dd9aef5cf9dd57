import { useCallback, useEffect, useState } from 'react';
import { go } from '../../app/address';
import { useMedia, WIDE, WIDER } from '../../app/useMedia';
import { Waiting } from '../../app/Waiting';
import type { Document, Project, Todo } from '../../http/contract';
import type { Answer } from '../../http/useAnswer';
import { blockHref } from '../views';
import { blockElement, focusBlock } from './blocks';
import { useChangedBlocks } from './changed';
import './DocumentView.css';
import { findBlock } from './editing';
import { Outline } from './Outline';
import { SectionView } from './SectionView';
import { SteadyScroll } from './SteadyScroll';
import { useBlockGestures } from './useBlockGestures';
import type { Desk } from './desk';
import { DocumentBar } from './DocumentBar';
import { EditBox } from './EditBox';
import { ProposalsAt } from './proposals/ProposalsAt';
import { WordsMargin } from './WordsMargin';
import { DraftExpected } from './DraftExpected';

interface Props {
  project: Project;
  document: Answer<Document>;
  todos: Todo[];
  desk: Desk;
  /** The block whose words are shown; the address keeps it. */
  selected: string | null;
}

export function DocumentView({ document, ...rest }: Props) {
  const { value, problem, reload } = document;
  if (value === null) return <Waiting for="the document" problem={problem} retry={reload} />;
  const written = value.sections.some(({ blocks }) => blocks.length > 0);
  const { editing, proposals } = rest.desk;
  if (!written && editing.editing === null && proposals.open.length === 0)
    return <DraftExpected document={value} {...rest} />;
  return <Pages document={value} {...rest} />;
}

function Pages({
  project,
  document,
  todos,
  desk,
  selected,
}: Omit<Props, 'document'> & { document: Document }) {
  const wide = useMedia(WIDE);
  const wider = useMedia(WIDER);
  const changed = useChangedBlocks(document);
  const [lastFocused, setLastFocused] = useState<string | null>(null);
  const select = useCallback(
    (blockId: string | null) => go(blockHref(project.id, blockId), { replace: true }),
    [project.id],
  );
  const gestures = useBlockGestures({
    selected,
    select,
    edit: desk.canWrite ? desk.editing.edit : null,
    setLastFocused,
  });
  const shown = selected === null ? null : findBlock(document, selected);
  const first = document.sections.flatMap(({ blocks }) => blocks)[0]?.id ?? null;
  const tabStop = findBlock(document, lastFocused ?? selected ?? '')?.id ?? first;
  useSelectedInView(selected);

  const close = () => {
    select(null);
    if (selected !== null) focusBlock(selected);
  };

  return (
    <div className="leaf" data-sheet={shown !== null && !wide}>
      <Outline sections={document.sections} folded={!wider} />
      <SteadyScroll version={document.version}>
        <DocumentBar projectId={project.id} document={document} desk={desk} />
        <article className="manuscript" aria-label="Document" {...gestures}>
          <p id="block-keys" hidden>
            Enter shows the words it came from{desk.canWrite ? ', E edits' : ''}, the arrow keys
            move between paragraphs.
          </p>
          {document.sections.map((section) => (
            <SectionView
              key={section.id}
              section={section}
              document={document}
              questions={todos.filter(
                ({ sectionId, status }) => sectionId === section.id && status === 'open',
              )}
              changed={changed}
              selected={selected}
              select={select}
              tabStop={tabStop}
              desk={desk}
            />
          ))}
          {document.sections.length === 0 && <EditBox desk={desk.editing} document={document} />}
          <ProposalsAt place={{ sectionId: null, blockId: null }} document={document} desk={desk} />
        </article>
      </SteadyScroll>
      {shown !== null && (
        <WordsMargin
          key={shown.id}
          project={project}
          document={document}
          block={shown}
          wide={wide}
          desk={desk}
          close={close}
        />
      )}
    </div>
  );
}

// Coming back from the transcript, or by a link, the paragraph asked for is looked up; after that the reader scrolls.
function useSelectedInView(selected: string | null) {
  const [cameFor] = useState(selected);
  useEffect(() => {
    if (cameFor === null) return;
    const block = blockElement(cameFor);
    block?.scrollIntoView({ block: 'center' });
    block?.focus({ preventScroll: true });
  }, [cameFor]);
}
