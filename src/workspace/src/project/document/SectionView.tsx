import { Fragment } from 'react';
import type { Document, Section, Todo } from '../../http/contract';
import { sectionAnchor } from '../views';
import { BlockView } from './BlockView';
import type { Desk } from './desk';
import { EditBox } from './EditBox';
import { spotOf } from './editing';
import { ProposalsAt } from './proposals/ProposalsAt';
import { SectionHead } from './section/SectionHead';
import { BlockMarks } from './BlockMarks';

interface Props {
  section: Section;
  document: Document;
  questions: Todo[];
  changed: ReadonlySet<string>;
  selected: string | null;
  select: (blockId: string) => void;
  tabStop: string | null;
  desk: Desk;
}

export function SectionView({ section, document, questions, desk, ...rest }: Props) {
  const { id, blocks } = section;
  const { editing } = desk.editing;
  const spot = editing === null ? null : spotOf(editing, document);
  const here = spot?.sectionId === id ? spot : null;
  const box = <EditBox desk={desk.editing} document={document} />;
  const boxAfter = (blockId: string | null) =>
    here !== null && 'after' in here && here.after === blockId;
  const proposalsAfter = (blockId: string | null) => (
    <ProposalsAt place={{ sectionId: id, blockId }} document={document} desk={desk} />
  );

  return (
    <section aria-labelledby={sectionAnchor(id)} className="section">
      <SectionHead section={section} document={document} desk={desk} />
      {boxAfter(null) && box}
      {blocks.map((block, at) => (
        <Fragment key={block.id}>
          {here !== null && 'over' in here && here.over === block.id ? (
            box
          ) : (
            <BlockView
              block={block}
              place={at + 1}
              selected={block.id === rest.selected}
              changed={rest.changed.has(block.id)}
              tabStop={block.id === rest.tabStop}
            />
          )}
          <BlockMarks block={block} desk={desk} select={rest.select} />
          {proposalsAfter(block.id)}
          {boxAfter(block.id) && box}
        </Fragment>
      ))}
      {blocks.length === 0 && here === null && (
        <NothingSaid
          questions={questions}
          write={desk.canWrite ? () => desk.editing.addAfter(id, null) : null}
        />
      )}
      {proposalsAfter(null)}
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
