import { Fragment } from 'react';
import type { Document, Section, Todo } from '../../http/contract';
import { sectionAnchor } from '../views';
import { BlockView } from './BlockView';
import { EditBox } from './EditBox';
import { standingOf } from './editing';
import type { EditDesk } from './useEditing';

interface Props {
  section: Section;
  document: Document;
  questions: Todo[];
  changed: ReadonlySet<string>;
  selected: string | null;
  tabStop: string | null;
  canWrite: boolean;
  editing: EditDesk;
}

export function SectionView({
  section,
  document,
  questions,
  changed,
  selected,
  tabStop,
  canWrite,
  editing,
}: Props) {
  const place = editing.editing?.place;
  const here = place?.sectionId === section.id ? place : null;
  const orphaned =
    editing.editing !== null && standingOf(editing.editing, document).kind === 'removed';
  const boxAfter = (blockId: string | null) =>
    here !== null && (here.over === null || orphaned) && here.afterBlockId === blockId;
  const box = <EditBox desk={editing} document={document} />;
  const placed = section.blocks.some(({ id }) => boxAfter(id)) || boxAfter(null);

  return (
    <section aria-labelledby={sectionAnchor(section.id)} className="section">
      <h2 id={sectionAnchor(section.id)} tabIndex={-1}>
        {section.heading}
      </h2>
      {boxAfter(null) && box}
      {section.blocks.map((block, at) => (
        <Fragment key={block.id}>
          {here?.over === block.id ? (
            box
          ) : (
            <BlockView
              block={block}
              place={at + 1}
              selected={block.id === selected}
              changed={changed.has(block.id)}
              tabStop={block.id === tabStop}
            />
          )}
          {boxAfter(block.id) && box}
        </Fragment>
      ))}
      {here !== null && (here.over === null || orphaned) && !placed && box}
      {section.blocks.length === 0 && here === null && (
        <NothingSaid
          questions={questions}
          write={canWrite ? () => editing.addAfter(section.id, null) : null}
        />
      )}
    </section>
  );
}

function NothingSaid({ questions, write }: { questions: Todo[]; write: (() => void) | null }) {
  return (
    <div className="nothing-said">
      <p>Nothing was said for this yet.</p>
      {questions.map(({ id, text }) => (
        <p key={id} className="question">
          {text}
        </p>
      ))}
      {write !== null && (
        <button type="button" className="plain" onClick={write}>
          Write a paragraph yourself
        </button>
      )}
    </div>
  );
}
